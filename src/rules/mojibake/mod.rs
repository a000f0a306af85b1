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
    triggers: &[
        // all that begins a sequence in one of the encodings, what most texts have first
        "’", "“", "”", "—", "–", "…", "é", "\u{a0}", "«", "¬", "±", "µ", "·", "»", "À", "Á", "Â", "Ã", "Ä",
        "Å", "Æ", "Ç", "È", "É", "Ê", "Ë", "Ì", "Í", "Î", "Ï", "Ð", "Ñ", "Ò", "Ó", "Ô", "Õ", "Ö", "×", "Ø",
        "Ù", "Ú", "Û", "Ü", "Ý", "Þ", "ß", "à", "á", "â", "ã", "ä", "å", "æ", "ç", "è", "ê", "ë", "ì", "í",
        "î", "ï", "ð", "ñ", "ò", "ó", "ô", "÷", "ÿ", "Ā", "ā", "Ă", "ă", "ą", "Ć", "ć", "Č", "č", "Ď", "ď",
        "Đ", "đ", "Ē", "ē", "Ė", "ė", "Ę", "ę", "Ě", "ě", "Ğ", "ğ", "Ģ", "ģ", "Ī", "ī", "į", "İ", "Ķ", "ķ",
        "Ĺ", "ĺ", "Ļ", "ļ", "Ł", "Ń", "ń", "Ņ", "ņ", "Ň", "ň", "Ō", "ō", "Ő", "Œ", "œ", "ŕ", "Ř", "Ś", "Ş",
        "Š", "š", "Ţ", "Ū", "Ů", "Ű", "Ų", "Ÿ", "Ź", "ź", "Ż", "Ž", "ƒ", "Β", "Γ", "Δ", "Ε", "Ζ", "Η", "Θ",
        "Ι", "Κ", "Λ", "Μ", "Ν", "Ξ", "Ο", "Π", "Ρ", "Σ", "Τ", "Υ", "Φ", "Χ", "Ψ", "Ω", "Ϊ", "Ϋ", "ά", "έ",
        "ή", "ί", "ΰ", "α", "β", "γ", "δ", "ε", "ζ", "η", "θ", "ι", "κ", "λ", "μ", "ν", "ξ", "ο", "π", "ρ",
        "ς", "σ", "τ", "φ", "В", "Г", "Д", "Е", "Ж", "З", "И", "Й", "К", "Л", "М", "Н", "О", "П", "Р", "С",
        "Т", "У", "Ф", "Х", "Ц", "Ч", "Ш", "Щ", "Ъ", "Ы", "Ь", "Э", "Ю", "Я", "а", "б", "в", "г", "д", "е",
        "ж", "з", "и", "й", "к", "л", "м", "н", "о", "п", "р", "с", "т", "у", "ф", "‘", "‚", "„", "‡", "‰",
        "‹", "›", "⁄", "€", "∆", "√", "∞", "∩", "≈", "≡", "≤", "≥", "⌠", "─", "┌", "┘", "├", "┬", "┼", "═",
        "╒", "╓", "╔", "╘", "╙", "╚", "╞", "╟", "╠", "╤", "╥", "╦", "╧", "╨", "╩", "╪", "╫", "╬", "▀", "▄",
        "█", "▌", "▐", "◊", "\u{f8ff}", "ﬁ", "ﬂ", // and the controls
        "\u{80}", "\u{81}", "\u{82}", "\u{83}", "\u{84}", "\u{85}", "\u{86}", "\u{87}", "\u{88}", "\u{89}",
        "\u{8a}", "\u{8b}", "\u{8c}", "\u{8d}", "\u{8e}", "\u{8f}", "\u{90}", "\u{91}", "\u{92}", "\u{93}",
        "\u{94}", "\u{95}", "\u{96}", "\u{97}", "\u{98}", "\u{99}", "\u{9a}", "\u{9b}", "\u{9c}", "\u{9d}",
        "\u{9e}", "\u{9f}",
    ],
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
