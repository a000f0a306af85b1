//! Words that turn a sentence around, and numbers in words.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What tells two sentences of a language apart: words in lower case, with blanks between them.
struct Telling {
    negations: &'static str,
    /// Without those that are articles as well.
    numerals: &'static str,
}

/// By language, without what is an everyday word of another: `to` is two in Danish, and `hat` six in Hungarian. In
/// scripts without case every word counts, so none is listed.
const TELLING: &[Telling] = &[
    // English
    Telling {
        negations: "not no never none nor neither without cannot cant dont doesnt didnt isnt wasnt wont nobody nothing nowhere hardly barely \
            scarcely except unless",
        numerals: "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
            seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand \
            million billion trillion first second third fourth fifth half twice double dozen",
    },
    // German
    Telling {
        negations: "nicht nichts nein kein keine keinen keiner keinem keines nie niemals niemand niemanden nirgends weder \
            ohne kaum außer",
        numerals: "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig \
            siebzig achtzig neunzig hundert tausend million millionen milliarde milliarden erste ersten zweite \
            zweiten dritte dritten halb doppelt",
    },
    // French
    Telling {
        negations: "ne pas jamais aucun aucune rien personne sans ni non guère sauf",
        numerals: "deux trois quatre cinq sept huit neuf dix onze douze quinze vingt trente quarante cinquante \
            soixante cent mille million millions milliard milliards premier première deuxième troisième demi \
            moitié",
    },
    // Spanish
    Telling {
        negations: "no nunca jamás ningún ninguno ninguna nada nadie sin ni tampoco salvo",
        numerals: "dos tres cuatro cinco seis siete ocho nueve diez doce veinte treinta cuarenta cincuenta cien \
            ciento mil millón millones primer primera segundo segunda tercera medio mitad",
    },
    // Portuguese
    Telling {
        negations: "não nunca jamais nenhum nenhuma nada ninguém sem nem exceto",
        numerals: "dois duas três quatro cinco seis sete oito nove dez onze doze vinte trinta cem mil milhão milhões \
            bilhão bilhões primeiro primeira segunda metade",
    },
    // Italian
    Telling {
        negations: "non mai nessun nessuno nessuna niente nulla senza né neanche tranne",
        numerals: "tre quattro cinque sette otto nove dieci undici dodici venti trenta cento mila milione milioni \
            miliardo miliardi primo secondo seconda terzo metà",
    },
    // Dutch
    Telling {
        negations: "niet niets geen nooit niemand nergens zonder noch behalve",
        numerals: "twee drie vier vijf zes zeven acht negen tien elf twaalf twintig honderd duizend miljoen miljard \
            eerste tweede derde half helft",
    },
    // Danish, Norwegian, Swedish
    Telling {
        negations: "ikke inte icke ej aldri aldrig ingen inga intet inget uten uden utan hverken varken",
        numerals: "två tre fyra fem seks syv sju otte åtte åtta nio tio tolv tyve tjue tjugo hundre hundra tusen \
            tusind miljon miljoner milliarder første första halv",
    },
    // Finnish, Hungarian
    Telling {
        negations: "ei eivät emme eikä ilman nem nincs soha sem nélkül",
        numerals: "kaksi kolme neljä viisi kuusi sata tuhat miljoona két kettő három négy öt száz ezer millió",
    },
    // Polish, Czech, Slovak
    Telling {
        negations: "nie nigdy nikt nic żaden żadna bez ani ne není nikdy nikdo žádný žádná",
        numerals: "dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć tysiąc tysięcy milion milionów dva \
            dvě tři čtyři pět šest sedm osm devět deset tisíc milionů",
    },
    // Russian, Ukrainian
    Telling {
        negations: "не нет ни никогда никто ничего нигде без кроме нельзя ні немає ніколи ніхто крім",
        numerals: "два две дві три четыре чотири пять шесть шість семь восемь девять десять двадцать сто двести \
            тысяча тысяч тисяч миллион миллиона миллионов мільйонів миллиард миллиардов первый первая второй \
            вторая третий половина вдвое",
    },
    // Greek
    Telling {
        negations: "δεν δε μη μην όχι ποτέ κανείς κανένας καμία τίποτα χωρίς ούτε",
        numerals: "δύο δυο τρεις τρία τέσσερις τέσσερα πέντε έξι επτά οκτώ εννέα δέκα εκατό χίλια εκατομμύρια",
    },
    // Turkish, Indonesian, Vietnamese
    Telling {
        negations: "değil yok hiç asla hiçbir tidak bukan tanpa belum jangan không chưa chẳng",
        numerals: "iki üç dört beş altı yedi sekiz dokuz yüz milyon milyar dua tiga empat lima enam ratus ribu juta \
            bốn năm trăm nghìn triệu",
    },
];

/// What a word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tells {
    /// How many.
    Number,
    /// That it is not so.
    Negation,
}

static WORDS: LazyLock<HashMap<&str, Tells>> = LazyLock::new(|| {
    let all = |words: fn(&Telling) -> &'static str| {
        TELLING.iter().flat_map(move |language| words(language).split(' '))
    };
    let negations = all(|language| language.negations).map(|word| (word, Tells::Negation));
    let numerals = all(|language| language.numerals).map(|word| (word, Tells::Number));
    // where a word is both, in two languages, it is a negation: either way the two sentences differ
    numerals.chain(negations).collect()
});

/// What a word tells, if it is known.
pub(super) fn tells(word: &str) -> Option<Tells> {
    let word = word.to_lowercase();
    if word.ends_with("n't") || word.starts_with("n'") {
        return Some(Tells::Negation);
    }
    // what is left out before a vowel leaves its mark: `qu'aucun`
    let whole = word.rsplit_once('\'').map_or(word.as_str(), |(_, whole)| whole);
    WORDS.get(word.as_str()).or_else(|| WORDS.get(whole)).copied()
}
