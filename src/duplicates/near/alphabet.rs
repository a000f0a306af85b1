//! Characters as small numbers, so that tables can be made for them.

/// Characters are looked up by their upper bits, then by their lowest eight.
const PAGE: usize = 256;
const PAGES: usize = 0x11_0000 / PAGE;

/// The characters of a document, numbered from 1 as they appear.
#[derive(Debug)]
pub(super) struct Alphabet {
    /// The numbers of the characters of each page; 0 for one not seen yet. A page is empty until it is needed.
    pages: Vec<Vec<u32>>,
    last: u32,
}

impl Alphabet {
    pub(super) fn new() -> Self {
        Self { pages: vec![Vec::new(); PAGES], last: 0 }
    }

    /// The numbers of the characters of a text.
    pub(super) fn spell(&mut self, text: &str) -> Vec<u32> {
        text.chars().map(|char| self.number(char)).collect()
    }

    /// No number is higher.
    pub(super) fn last(&self) -> usize {
        self.last as usize
    }

    fn number(&mut self, char: char) -> u32 {
        let place = char as usize;
        let page = &mut self.pages[place / PAGE];
        if page.is_empty() {
            page.resize(PAGE, 0);
        }
        let number = &mut page[place % PAGE];
        if *number == 0 {
            self.last += 1;
            *number = self.last;
        }
        *number
    }
}
