//! Lines that look like the headline of another article are named, and subheads are not.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use unscrape::document::Document;
use unscrape::{Notice, Options, clean, suspect};

const ARTICLE: &str = include_str!("../samples/suspect.txt");
const HEADLINE: &str = "Inside the Secret Vineyard Army: Top Growers Poached from Tuscany & More";

fn asked() -> Options {
    Options { suspect: true, ..Options::default() }
}

/// The lines that are named in a text.
fn named(text: &str) -> Vec<&str> {
    let cleaned = clean(text, &asked());
    let places = cleaned.notices.iter().filter_map(|notice| match notice {
        Notice::Suspect { place, .. } => Some(place.of(text)),
        _ => None,
    });
    places.collect()
}

/// The article with other lines in the place of the foreign headline.
fn with(lines: &str) -> String {
    ARTICLE.replace(HEADLINE, lines)
}

#[test]
fn the_headline_of_another_article_is_named_and_left_and_the_subheads_are_not_named() {
    assert_eq!(named(ARTICLE), [HEADLINE]);
    assert_eq!(clean(ARTICLE, &asked()).text, ARTICLE);
    assert!(clean(ARTICLE, &Options::default()).notices.is_empty());
}

#[test]
fn a_suspicion_says_why() {
    let suspicions = suspect::headlines(&Document::new(ARTICLE));
    let reasons: Vec<String> = suspicions.iter().map(|(_, suspicion)| suspicion.to_string()).collect();
    assert_eq!(
        reasons,
        [
            "9 of its 10 words stand nowhere else here, none leads to the text that follows, it has the capitals of a \
          title, another headline stands right behind it"
        ]
    );
}

#[test]
fn the_place_is_that_of_the_text_as_it_was_read() {
    let dirty =
        ARTICLE.replacen("Ines Rota", "![]()\n\nInes Rota", 1).replace(HEADLINE, &format!("  {HEADLINE} "));
    assert_eq!(named(&dirty), [HEADLINE]);
}

#[test]
fn it_is_named_alone_between_paragraphs_between_blank_lines_and_as_a_link() {
    let alone = ARTICLE.replace("A matter of time: why Rota thinks fresh cheese is a \"short road\"\n", "");
    assert_eq!(named(&alone), [HEADLINE]);
    assert_eq!(named(&ARTICLE.replace('\n', "\n\n")), [HEADLINE]);
    let link = format!("[{HEADLINE}](https://example.org/rota-cooperative-cheese)");
    assert_eq!(named(&with(&link)), [link]);
}

#[test]
fn another_headline_right_behind_it_is_evidence_without_capitals_too() {
    let lower = "Seven ferries cancelled after the storm off Orsund";
    assert_eq!(named(&with(lower)), [lower]);
    let alone =
        with(lower).replace("A matter of time: why Rota thinks fresh cheese is a \"short road\"\n", "");
    assert!(named(&alone).is_empty());
}

#[test]
fn a_title_that_shares_a_word_with_what_follows_is_a_subhead() {
    for subhead in
        ["How Far the Board Has Moved with the Farewell of Tuscany", "Why Fresh Cheese Is Packed by Robots"]
    {
        assert!(named(&with(subhead)).is_empty(), "{subhead}");
    }
}

#[test]
fn other_short_lines_are_not_named() {
    for lines in [
        "- Inside the Secret Vineyard Army: Top Growers Poached from Tuscany",
        "1. Inside the Secret Vineyard Army: Top Growers Poached from Tuscany",
        "```\nInside the Secret Vineyard Army: Top Growers Poached from Tuscany\n```",
        "    Inside the Secret Vineyard Army: Top Growers Poached from Tuscany",
        "| Inside the Secret Vineyard Army | Top Growers Poached from Tuscany |\n|---|---|\n| a | b |",
        "## Inside the Secret Vineyard Army: Top Growers Poached from Tuscany",
        "Inside the Secret Vineyard Army, Top Growers Were Poached from Tuscany.",
        "Inside the Secret Vineyard Army:",
        "Secret Vineyard Army",
        "Oslo Harbour Master\nNorth Ferry Captain\nRed Lighthouse Keeper\nSouth Quay Baker",
    ] {
        assert!(named(&with(&format!("\n{lines}\n"))).is_empty(), "{lines}");
    }
}

#[test]
fn german_subheads_with_the_capitals_of_its_nouns_are_not_named() {
    let text = "Warum die Fähre nicht mehr fährt\n\
        Die Fähre nach Orsund liegt seit Dienstag am Kai, und niemand in der Stadt weiß, wann sie wieder fährt, denn der \
        Motor ist alt und die Reederei hat kein Geld.\n\
        Der Kapitän sagt, er habe die Reederei schon im Winter gewarnt, doch der Brief sei in der Schublade des \
        Direktors verschwunden.\n\
        Risiken und Kosten einer Reparatur bei laufendem Betrieb\n\
        Die Werft im Süden könnte den Schaden in drei Wochen beheben, verlangt aber eine Anzahlung, die das Amt nicht \
        leisten will.\n\
        Steuergelder, Kredite, Spenden: Streit über Finanzierung\n\
        Im Rathaus streiten sie seit Tagen darüber, wer zahlen soll, und der Bürgermeister hat eine Sitzung am Abend \
        einberufen.\n";
    assert_eq!(named(text), <[&str; 0]>::default());
}

#[test]
fn scripts_without_capitals_are_left_alone() {
    let chinese = "北港的最后一班渡轮为何停航\n\
        开往北港的渡轮从星期二起停在码头，城里没有人知道它什么时候再开，因为发动机已经老旧，而公司没有钱修理，船员们也在等待消息，\
        码头上的人只能改坐公共汽车。\n\
        船长说他在冬天就警告过公司，但是那封信在经理的抽屉里不见了，后来再也没有人提起过这件事，直到发动机在海上停了下来，\
        所有的乘客都被拖回了港口。\n\
        葡萄园的秘密：托斯卡纳的种植者去了哪里\n\
        修理的费用和时间\n\
        南边的船厂可以在三个星期之内修好，但是要求先付一笔钱，而市政府不愿意支付，所以市长今天晚上召集了一次会议，\
        请所有的居民都来参加讨论。\n";
    let arabic = "لماذا توقفت العبارة الأخيرة\n\
        تقف العبارة إلى الشمال عند الرصيف منذ يوم الثلاثاء ولا يعرف أحد في المدينة متى ستبحر من جديد لأن المحرك قديم.\n\
        قال القبطان إنه حذر الشركة في الشتاء لكن الرسالة اختفت في درج المدير ولم يذكرها أحد بعد ذلك حتى اليوم.\n\
        سر الكروم الخفية وأين ذهب مزارعو توسكانا الكبار\n\
        تكاليف الإصلاح ومدته\n\
        يستطيع حوض السفن في الجنوب أن يصلح العطل في ثلاثة أسابيع لكنه يطلب مبلغا لا تريد البلدية أن تدفعه الآن.\n";
    assert!(named(chinese).is_empty());
    assert!(named(arabic).is_empty());
}

#[test]
fn verse_is_not_named() {
    let stanza = "The ferry left the quay at noon,\nthe harbour lay asleep,\nand nobody who saw it go\nhad any tears to weep.\n";
    let text = format!(
        "{stanza}\nSong of the Silver Lighthouse Keeper\n\n{stanza}\n{stanza}\nAnother Winter Morning Comes Slowly\n\n{stanza}"
    );
    assert!(named(&text).is_empty());
    assert!(named(&text.replace("\n\n", "\n")).is_empty());
}

#[test]
fn of_our_own_articles_and_traps_one_has_such_a_line() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("samples");
    let files = [root.clone(), root.join("traps")].map(|folder| fs::read_dir(folder).unwrap());
    let paths = files.into_iter().flatten().map(|entry| entry.unwrap().path());
    for path in paths.filter(|path| path.is_file() && !path.ends_with("suspect.txt")) {
        let text = fs::read_to_string(&path).unwrap();
        let is_ferry = path.to_string_lossy().contains("ferry.");
        let expected = is_ferry.then_some("Why the Bakery at Penn Head Sells Out Before Dawn");
        assert_eq!(named(&text), Vec::from_iter(expected), "{}", path.display());
    }
}

#[test]
fn nothing_at_all_and_very_much_are_no_trouble() {
    for text in ["", "\n", " \n\n", "One line", "\u{feff}"] {
        assert!(named(text).is_empty());
    }
    let begun = Instant::now();
    let line = "Secret Army ".repeat(100_000);
    assert!(suspect::headlines(&Document::new(&line)).is_empty());
    let lines = format!("{HEADLINE}\n").repeat(20_000);
    assert!(suspect::headlines(&Document::new(&lines)).is_empty());
    // a headline between every two paragraphs: each is its own copy, so none is foreign
    let pairs = ARTICLE.repeat(500);
    assert!(suspect::headlines(&Document::new(&pairs)).is_empty());
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
}
