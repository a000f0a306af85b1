//! Images that show nothing to a reader.

use super::pattern::Pattern;
use super::{Example, Hits, Level, Rule, Stratum, empty_syntax};
use crate::document::Document;
use crate::edit::Span;
use memchr::memmem;

pub(super) const RULE: Rule = Rule {
    id: "tracking-image",
    summary: "Images that show nothing: counting pixels, spacers, placeholders such as `![](data:image/gif;base64,…)`",
    why: "A page counts its readers with an image of one pixel, and holds the place of a picture that a script fetches \
          later with an empty one. An image goes if it has no text and its address says so: the name of a spacer or \
          pixel, a counting host of a closed list, or so few bytes of data that nothing can be seen. All others stay, \
          with or without text: an image with an address is content. That is judged by the address alone, so the rule \
          is opt-in.",
    level: Level::OptIn,
    stratum: Stratum::Structure,
    triggers: &["![]("],
    examples: &[
        Example {
            before: "Before.\n\n![](data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7)\n\n\
                     After.\n",
            after: "Before.\n\nAfter.\n",
        },
        Example {
            before: "One ![](https://example.org/img/1x1.gif?id=7) two ![](https://ssl-vg03.met.vgwort.de/na/9f) three.\n",
            after: "One two three.\n",
        },
        Example {
            before: "Before.\n![](data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%203%202'%3E%3C/svg%3E)\n\
                     After.\n",
            after: "Before.\nAfter.\n",
        },
    ],
    keeps: &[
        "![](https://example.org/a.jpg)\n",
        "![Map of the harbour](https://example.org/1x1.gif)\n",
        "![A red dot](data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7)\n",
        "![](https://example.org/pixel.jpg) and ![](https://example.org/beacon.png)\n",
        "![](https://example.org/blank-map-of-norway.gif) and ![](/1x1.gif/a.png)\n",
        "![](https://example.org/a.png?from=pixel.gif) and ![](https://example.org/a.png#1x1.gif)\n",
        "![](https://facebook.com/photos/a.jpg) and ![](https://example.org/doubleclick.net/a.png)\n",
        "![](https://notdoubleclick.net/a.png)\n",
        "![](data:image/svg+xml,%3Csvg%3E%3Ccircle%20r='9'/%3E%3C/svg%3E)\n",
        "[The pixel](https://example.org/1x1.gif) and ![] and ![1x1.gif]\n",
        "Write `![](https://example.org/1x1.gif)` for a pixel.\n",
        "    ![](https://example.org/1x1.gif)\n",
        "```\n![](https://example.org/1x1.gif)\n```\n",
        "| ![](https://example.org/1x1.gif) |\n",
    ],
    find,
};

/// In bytes of an address: with so little data a picture of any size has one colour, or none.
const LEAST_DATA: usize = 160;

/// The name of a file that is made to show nothing. Of photographs none has such a name for this reason.
static NOTHING: Pattern = Pattern::new(concat!(
    r"(?i)^(?:[^?#]*/)?(?:(?:1x1|1px|onepixel|spacer|blank|transparent|transparent[-_]?(?:1x1|pixel)|__utm)",
    r"(?:[-_.](?:1x1|pixel|trans|transparent))?\.(?:gif|png|svg|webp)",
    r"|(?:pixel|clear|shim|trans|tracker|tracking|tracking[-_]?pixel|beacon|webbug)\.gif)(?:[?#].*)?$",
));

/// Hosts that count, and nothing else.
static COUNTS: Pattern = Pattern::new(concat!(
    r"(?i)^(?:https?:)?//(?:(?:www\.)?facebook\.com/tr(?:/|\?)|px[0-9]?\.ads\.linkedin\.com/|s?b\.scorecardresearch\.com/",
    r"|pixel\.quantserve\.com/|(?:pixel|stats)\.wp\.com/|stats\.wordpress\.com/|(?:www|ssl)\.google-analytics\.com/",
    r"|(?:[a-z0-9-]+\.)*doubleclick\.net/|bat\.bing\.com/|mc\.yandex\.(?:ru|com)/watch/|counter\.yadro\.ru/",
    r"|(?:[a-z0-9-]+\.)*top\.mail\.ru/counter|top-fwz1\.mail\.ru/counter|(?:[a-z0-9-]+\.)*met\.vgwort\.de/",
    r"|feeds\.feedburner\.com/~r/|feeds\.wordpress\.com/1\.0/|pixel\.mathtag\.com/|(?:ib|secure)\.adnxs\.com/",
    r"|analytics\.twitter\.com/|t\.co/i/adsct|ct\.pinterest\.com/|(?:[a-z0-9-]+\.)*ivwbox\.de/|logs[0-9]*\.xiti\.com/",
    r"|counter\.theconversation\.com/|pixel\.propublica\.org/|(?:[a-z0-9-]+\.)*amazon-adsystem\.com/e/ir)",
));

/// Data of a picture that is counted in pixels.
static PIXELS: Pattern = Pattern::new(r"(?i)^data:image/(?:gif|png|webp|jpe?g)(?:;[a-z0-9=-]+)*,");

/// A drawing without a single line in it.
static DRAWING: Pattern = Pattern::new(concat!(
    r"(?i)^data:image/svg\+xml(?:;[a-z0-9=-]+)*,(?:%3C|<)svg(?:%20|\+|[/a-z0-9:.='_-]|%2[27f]|%3[ad])*",
    r"(?:(?:/|%2F)(?:%3E|>)|(?:%3E|>)(?:%20)*(?:%3C|<)(?:/|%2F)svg(?:%3E|>))$",
));

fn find(document: &Document, hits: &mut Hits) {
    let places = memmem::find_iter(document.text().as_bytes(), "![](");
    for (index, block) in document.blocks_at(places) {
        if block.kind().is_open() {
            let found: Vec<Span> = images(document, index).collect();
            empty_syntax::take_away(document, index, &found, hits);
        }
    }
}

/// The images of a block that show nothing.
fn images(document: &Document, index: usize) -> impl Iterator<Item = Span> {
    let text = document.text();
    document.inline(index).closed().filter_map(move |target| {
        let address = target.of(text).strip_prefix("](")?.strip_suffix(')')?.trim();
        let before = &text[..target.start()];
        let is_image = before.ends_with("![") && !before.ends_with("\\![");
        (is_image && shows_nothing(address)).then(|| Span::new(target.start() - 2, target.end()))
    })
}

fn shows_nothing(address: &str) -> bool {
    let is_little = address.len() <= LEAST_DATA && PIXELS.is_match(address);
    is_little || DRAWING.is_match(address) || NOTHING.is_match(address) || COUNTS.is_match(address)
}
