//! From a line of a list to a phrase.

use super::part::Part;
use super::phrase::PhraseError;

/// Brackets stand in brackets no deeper than this: phrases are short.
pub(super) const DEEPEST: usize = 4;

/// What has not been read yet.
struct Reader<'p> {
    rest: &'p str,
    depth: usize,
}

/// Reads a phrase without what follows its words.
pub(super) fn parts(phrase: &str) -> Result<Vec<Part>, PhraseError> {
    let mut reader = Reader { rest: phrase, depth: 0 };
    let parts = reader.sequence()?;
    match reader.rest.chars().next() {
        None => Ok(parts),
        Some(char) => Err(PhraseError::Bracket(char)),
    }
}

impl Reader<'_> {
    /// Reads on to the end of an alternative.
    fn sequence(&mut self) -> Result<Vec<Part>, PhraseError> {
        let mut parts = Vec::new();
        let mut text = String::new();
        while let Some(char) = self.rest.chars().next()
            && !matches!(char, '|' | ')')
        {
            self.rest = &self.rest[char.len_utf8()..];
            let part = match char {
                '(' => self.choice()?,
                '<' => self.name()?,
                '…' => Part::Few,
                '\\' => {
                    let escaped = self.rest.chars().next().ok_or(PhraseError::Backslash)?;
                    self.rest = &self.rest[escaped.len_utf8()..];
                    text.push(escaped);
                    continue;
                }
                _ => {
                    text.push(char);
                    continue;
                }
            };
            push(&mut parts, &mut text);
            parts.push(part);
        }
        push(&mut parts, &mut text);
        Ok(parts)
    }

    /// Reads alternatives, after their bracket.
    fn choice(&mut self) -> Result<Part, PhraseError> {
        if self.depth == DEEPEST {
            return Err(PhraseError::Deep);
        }
        self.depth += 1;
        let mut of = Vec::new();
        loop {
            let alternative = self.sequence()?;
            if alternative.is_empty() {
                return Err(PhraseError::Empty);
            }
            of.push(alternative);
            if let Some(rest) = self.rest.strip_prefix('|') {
                self.rest = rest;
            } else {
                break;
            }
        }
        self.rest = self.rest.strip_prefix(')').ok_or(PhraseError::Bracket('('))?;
        self.depth -= 1;
        let rest = self.rest.strip_prefix('?');
        self.rest = rest.unwrap_or(self.rest);
        Ok(Part::Choice { of, optional: rest.is_some() })
    }

    /// Reads the name of a placeholder, after its bracket.
    fn name(&mut self) -> Result<Part, PhraseError> {
        let (name, rest) = self.rest.split_once('>').ok_or(PhraseError::Bracket('<'))?;
        self.rest = rest;
        match name {
            "network" => Ok(Part::Network),
            "rest" if rest.is_empty() => Ok(Part::Rest),
            "rest" | "name" | "date" => Err(PhraseError::Rest),
            "title" => Err(PhraseError::Title),
            _ => Err(PhraseError::Placeholder(name.to_owned())),
        }
    }
}

fn push(parts: &mut Vec<Part>, text: &mut String) {
    if !text.trim().is_empty() {
        parts.push(Part::text(text));
    }
    text.clear();
}
