//! Finding the values of a few keys in an object, or of a list, as slices of their JSON.

use super::escape::{self, Escapes};
use serde::Deserializer;
use serde::de::{IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// The value of a key: its JSON, without the spaces around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Found<'a> {
    /// The key is not there.
    #[default]
    Nowhere,
    Once(&'a str),
    /// The key is there more than once.
    Twice,
}

impl<'a> Found<'a> {
    /// The value, if there is one and no other.
    pub(super) fn once(self) -> Option<&'a str> {
        match self {
            Self::Once(json) => Some(json),
            Self::Nowhere | Self::Twice => None,
        }
    }
}

/// The values of `keys` in `object`, which is read to its end: what is found was checked to be JSON. Values of other
/// keys are skipped without recursion, so their depth does not matter.
pub(super) fn find<'a, const N: usize>(
    object: &'a str,
    keys: [&str; N],
) -> serde_json::Result<[Found<'a>; N]> {
    let mut reader = serde_json::Deserializer::from_str(object);
    let found = reader.deserialize_map(Fields { keys })?;
    reader.end()?;
    Ok(found)
}

struct Fields<'k, const N: usize> {
    keys: [&'k str; N],
}

impl<'de, const N: usize> Visitor<'de> for Fields<'_, N> {
    type Value = [Found<'de>; N];

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut values = [Found::default(); N];
        // raw, for a key may hold half of a surrogate pair, which no string can
        while let Some(key) = map.next_key::<&RawValue>()? {
            let matches = self.keys.map(|wanted| is_key(key.get(), wanted));
            if !matches.contains(&true) {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let json = map.next_value::<&RawValue>()?.get();
            for (value, _) in values.iter_mut().zip(matches).filter(|(_, matches)| *matches) {
                *value = if *value == Found::Nowhere { Found::Once(json) } else { Found::Twice };
            }
        }
        Ok(values)
    }
}

/// Whether `json`, a string, stands for `wanted`. One with half of a surrogate pair stands for none.
fn is_key(json: &str, wanted: &str) -> bool {
    let literal = json.get(1..json.len() - 1).unwrap_or_default();
    if !literal.contains('\\') {
        return literal == wanted;
    }
    Escapes::of(literal).all(|escape| escape.half.is_none()) && escape::decode(literal) == wanted
}

/// The first values of `array`, `most` of them at most.
pub(super) fn elements(array: &str, most: usize) -> serde_json::Result<Vec<&str>> {
    serde_json::Deserializer::from_str(array).deserialize_seq(Elements { most })
}

struct Elements {
    most: usize,
}

impl<'de> Visitor<'de> for Elements {
    type Value = Vec<&'de str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<Self::Value, A::Error> {
        let mut elements = Vec::new();
        while elements.len() < self.most {
            let Some(json) = array.next_element::<&RawValue>()? else { return Ok(elements) };
            elements.push(json.get());
        }
        while array.next_element::<IgnoredAny>()?.is_some() {}
        Ok(elements)
    }
}
