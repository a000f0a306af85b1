//! What stands between the brackets of a mark.

use crate::rules::pattern::Pattern;

/// No mark is longer, in bytes: `[источник не указан 1234 дня]`.
const LONGEST: usize = 80;

/// What a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// `[12]`
    Number,
    /// `[a]`
    Letter(char),
    /// `[note 3]`, `[citation needed]`: what stands in brackets for nothing else.
    Words,
    /// `[edit]`
    Edit,
}

/// `note 3`, and the same in other languages.
static NOTE: Pattern = Pattern::new(concat!(
    r"^(?i:notes?|nb|n\.?|fn|anm\.?|anmerkung|nota|noot|not|pozn\.?|uwaga|прим\.|примечание|комм\.|注|註|주)",
    r"[ \u{a0}]?[0-9]{1,3}$",
));

/// What editors ask of each other.
static NEEDED: Pattern = Pattern::new(concat!(
    r"^(?i:(?:(?:full |better |non-primary |additional )?(?:citations?|source) needed",
    r"|(?:clarification|verification|attribution|disambiguation|page|quotation) needed|(?:needs )?update",
    r"|failed verification|not in citation given|original research\??|unreliable source\??|dubious(?: – discuss)?",
    r"|(?:permanent )?dead link|(?:by |according to |to )?whom\?|who\?|when\?|where\?|which\?|why\?",
    r"|(?:ohne )?quelle\?|quelle fehlt|beleg\?|nachweis fehlt|einzelnachweis fehlt|wer\?|wann\?|wo\?|welche\?",
    r"|réf\. (?:nécessaire|souhaitée|incomplète|à confirmer)|source insuffisante|précision nécessaire",
    r"|qui ?\?|quand ?\?|où ?\?|lequel ?\?|cita requerida|¿(?:quién|cuándo|dónde|cuál)\?",
    r"|carece de fontes\??|quem\?|quando\?|onde\?|senza fonte|citazione necessaria|chi\?|bron\?|bron gevraagd",
    r"|källa behövs|kilde mangler|mangler kilde|trenger referanse|kilde\?|lähde\?|potrzebny przypis",
    r"|zdroj\?|kaynak belirtilmeli|источник\?|источник не указан(?: [0-9]{1,4} (?:день|дня|дней))?",
    r"|уточнить|кто\?|когда\?|где\?|какой\?|джерело\?|хто\?|коли\?)",
    r"|要出典|出典無効|誰によって\?|いつ\?|來源請求|来源请求|出处\?|출처 필요|언제\?|누가\?",
    r"|بحاجة لمصدر|بحاجة لتوثيق|उद्धरण चाहिए)$",
));

/// The switch behind a heading.
static EDIT: Pattern = Pattern::new(concat!(
    r"^(?i:edit(?: source)?|bearbeiten|quelltext bearbeiten|modifier(?: le code)?|editar(?: código| a fonte)?",
    r"|modifica(?: wikitesto)?|bewerken|brontekst bewerken|redigera(?: wikitext)?",
    r"|rediger(?: kildetekst| wikikode)?|muokkaa(?: wikitekstiä)?|edytuj(?: kod)?|editovat(?: zdroj)?",
    r"|değiştir|kaynağı değiştir|править(?: код)?|ред\. код|ред\.|редагувати(?: код)?|編集|ソースを編集|编辑|編輯",
    r"|编辑源代码|編輯原始碼|편집|원본 편집|عدل|تعديل|संपादित करें)$",
));

/// The label at the start of `text`, in its brackets, which may be escaped; and its length.
pub(super) fn first(text: &str) -> Option<(&str, usize)> {
    let inside = text.strip_prefix('[').or_else(|| text.strip_prefix("\\["))?;
    let is_escaped = text.starts_with('\\');
    let near = &inside.as_bytes()[..inside.len().min(LONGEST)];
    let end = near.iter().position(|byte| matches!(byte, b']' | b'[' | b'`' | b'\n' | b'\\'))?;
    let closing = if is_escaped { "\\]" } else { "]" };
    let length = text.len() - inside.len() + end + closing.len();
    inside[end..].starts_with(closing).then(|| (&inside[..end], length))
}

impl Label {
    /// What the words between two brackets are, if they are a mark.
    pub(super) fn of(words: &str) -> Option<Self> {
        let mut chars = words.chars();
        match (chars.next()?, chars.next()) {
            (first, None) if first.is_ascii_alphabetic() => return Some(Self::Letter(first)),
            // `a[0]` counts from nought
            ('1'..='9', _) if words.len() <= 3 && words.bytes().all(|byte| byte.is_ascii_digit()) => {
                return Some(Self::Number);
            }
            _ => {}
        }
        if words.split(" | ").all(|part| EDIT.is_match(part)) {
            return Some(Self::Edit);
        }
        (NOTE.is_match(words) || NEEDED.is_match(words)).then_some(Self::Words)
    }
}
