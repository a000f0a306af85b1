//! Words beside a full stop that is none: parts of addresses, names of code, abbreviations.

use std::collections::HashSet;
use std::sync::LazyLock;

/// What may stand behind the dot of an address, in lower case.
static DOMAINS: List = List::new(|| of("com net org io co ai app dev info edu gov tv fm uk de fr nl ru eu"));

/// What may stand behind the dot of a file, in lower case.
static FILES: List = List::new(|| {
    of(
        "js ts py rs cs md jpg jpeg png gif pdf doc docx xls xlsx ppt txt csv html htm json xml yaml toml zip tar gz exe \
     dll bat mp mkv avi mov jsx php java jar am pl",
    )
});

/// Words before the dot of names in code.
static CODE: List = List::new(|| {
    of("fmt strings http https context time json xml html errors sync bytes reflect sql collections \
     datetime asyncio logging models forms self this sys system math random module exports react component window \
     document console object array string plt numpy pandas torch tensor keras range button form file path app client \
     server config socket thread task util utils vue angular spring java javax org net com std core dbo www sklearn \
     threading multiprocessing subprocess decimal fractions pathlib scala kotlin src bufio myapp foo sort testing \
     unittest ioutil regexp ibid")
});

/// Words that end sentences as well as they name what code works on.
static OBJECTS: List = List::new(|| {
    of("event reader writer buffer sheet parser user request response template driver image color node \
     list map element cell table row session token key message state view model handler stream word excel")
});

/// What code asks of them.
static MEMBERS: List = List::new(|| {
    of("Add Body Bytes Cells Clear Click Close Color Count Create Data Delete Dispose Equals Execute \
     Find Flush Get Header Height Id Image Index Init Insert Item Items Keys Key Length Load Name Next Open Parse Path \
     Print Push RGBA Read Remove Reset Run Save Send Set Size Sort Start State Stop String Target Text Title Type \
     Update Url URL Value Values Width Write")
});

/// What is shortened: a capitalised word behind it begins no sentence.
static ABBREVIATIONS: List = List::new(|| {
    of("vol vols fig figs approx dept incl ext bzw usw vgl evtl inkl exkl ggf sog ca mr mrs ms dr \
     prof st jr sr vs cf ed eds pp art no nos nr inc ltd corp co llc gen sen rep gov pres rev hon capt cpt col lt sgt \
     maj adm bros ave blvd mt ft jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ph etc \
     dipl ing hr fr frl str tel abs bd hrsg mme mlle mgr av sta sto srta sra см напр стр рис тыс млн млрд руб проф акад \
     им гор обл ред")
});

/// Makers who put a full stop into the names of what they make: `Yandex.Market`.
static MAKERS: List = List::new(|| {
    of("yandex яндекс rocket node paint battle rambler mail рамблер yahoo asp hugging element json will \
     booking amazon")
});

/// What names begin with before an inner capital: `LeCun`, `McKay`, `DeSantis`. Other inner capitals are code's.
static PARTICLES: List = List::new(|| of("Le La De Di Du Da Del Van Von Mc Mac Fitz St Al El"));

/// Words that are looked up often, written down with blanks between them.
type List = LazyLock<HashSet<&'static str>>;

fn of(words: &'static str) -> HashSet<&'static str> {
    words.split_ascii_whitespace().collect()
}

/// Whether a word before a full stop, in lower case, is known to go on behind it.
pub(super) fn goes_on(word: &str) -> bool {
    CODE.contains(word) || ABBREVIATIONS.contains(word)
}

/// Whether a capitalised word before a full stop, in lower case, is known to go on behind it.
pub(super) fn is_maker(word: &str) -> bool {
    MAKERS.contains(word)
}

/// Whether the two words around a full stop are an object and its member.
pub(super) fn is_member(left: &str, right: &str) -> bool {
    OBJECTS.contains(left) && MEMBERS.contains(right)
}

/// Whether a word behind a full stop ends an address or the name of a file.
pub(super) fn ends_address(word: &str) -> bool {
    let word = word.to_lowercase();
    DOMAINS.contains(&*word) || FILES.contains(&*word)
}

/// Whether `start` is what a name may have before an inner capital.
pub(super) fn is_particle(start: &str) -> bool {
    PARTICLES.contains(start)
}
