//! UTF-8 that was read in another encoding.

mod line;
mod oddness;
mod page;
mod pieces;
mod run;

use super::{Example, Hits, Level, Rule, Stratum};
use crate::document::Document;

pub(super) const RULE: Rule = Rule {
    id: "mojibake",
    summary: "UTF-8 that was read in another encoding, such as `â€™` for `’`",
    why: "A page that declares the wrong encoding, or none. What stands there goes back to the bytes of the old \
          encoding, and is mended only if they are UTF-8 without a flaw and the text that comes of it is clearly less \
          odd than what stands there; a line with too little to tell by stays. On 86 well-made articles it changes \
          nothing, and on 884 pages no right word of the article.",
    level: Level::On,
    stratum: Stratum::Characters,
    // more than two hundred characters begin a sequence in one of the encodings
    triggers: &[],
    examples: &[
        Example {
            before: "Itâ€™s a cafÃ© in ZÃ¼rich â€” dÃ©jÃ\u{a0} vu.\n",
            after: "It’s a café in Zürich — déjà vu.\n",
        },
        Example { before: "ItÃ¢â‚¬â„¢s a cafÃƒÂ©.\n", after: "It’s a café.\n" },
        Example {
            before: "РќРѕС‡РЅРѕР№ РїР°СЂРѕРј\n", after: "Ночной паром\n"
        },
        Example { before: "Un r√©gime ‚Äî d√©j√† vu\n", after: "Un régime — déjà vu\n" },
        Example { before: "It\u{92}s \u{93}here\u{94}\n", after: "It’s “here”\n" },
    ],
    keeps: &[
        "`Itâ€™s` in code\n",
        "https://example.org/Ã©cole\n",
        "| cafÃ© | Itâ€™s |\n",
        "DÉCIDÉ… PORQUÊ… ANDRÉ®\n",
        "SÃO PAULO, AMANHÃ… e Ã…rdal\n",
        "A grid of 640×… and 2r√π of 20 Å²\n",
        "«Il a été…” dit-il\n",
        "#НовийРік і ЛІСІВ\n",
    ],
    find,
};

fn find(document: &Document, hits: &mut Hits) {
    for span in document.open_text(page::concerned(document.text())) {
        for piece in pieces::of(document.text(), span) {
            line::mend(document.text(), piece, hits);
        }
    }
}
