//! Text that was read in the wrong encoding is put right, and text that only looks like it stays.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod texts;

use encoding_rs::{
    Encoding, MACINTOSH, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1257,
};
use proptest::prelude::*;
use std::time::{Duration, Instant};
use unscrape::document::Document;
use unscrape::rules::{Rule, Triggered, by_id, find};
use unscrape::{Options, Policy, RuleSet, clean};

/// What stands there, and what was written.
const MISREAD: &[(&str, &str)] = &[
    // Windows-1252
    (
        "Lâ€™Ã©tÃ© dernier, la crÃ¨me brÃ»lÃ©e Ã©tait trÃ¨s bonne Ã\u{a0} lâ€™hÃ´tel â€” dÃ©jÃ\u{a0} vu, Ã§a va oÃ¹ ?",
        "L’été dernier, la crème brûlée était très bonne à l’hôtel — déjà vu, ça va où ?",
    ),
    ("Le cafÃ©", "Le café"),
    ("voilÃ\u{a0} tout", "voilà tout"),
    ("Ã€ bientÃ´t, garÃ§on", "À bientôt, garçon"),
    (
        "Die StraÃŸe nach KÃ¶ln ist fÃ¼r FuÃŸgÃ¤nger gesperrt.",
        "Die Straße nach Köln ist für Fußgänger gesperrt.",
    ),
    ("Ãœber MÃ¼nchen", "Über München"),
    ("El niÃ±o comiÃ³ una manzana en la montaÃ±a.", "El niño comió una manzana en la montaña."),
    ("maÃ±ana", "mañana"),
    (
        "NÃ£o Ã© possÃ\u{ad}vel, irmÃ£: as aÃ§Ãµes sÃ£o Ã\u{a0}s trÃªs.",
        "Não é possível, irmã: as ações são às três.",
    ),
    (
        "PerchÃ© Ã¨ cosÃ¬? PiÃ¹ virtÃ¹, la cittÃ\u{a0} Ã¨ giÃ\u{a0} lÃ¬.",
        "Perché è così? Più virtù, la città è già lì.",
    ),
    ("Ã…sa Ã¥t rÃ¤ksmÃ¶rgÃ¥s pÃ¥ Ã¶n.", "Åsa åt räksmörgås på ön."),
    ("RÃ¸dgrÃ¸d med flÃ¸de pÃ¥ Ã†rÃ¸", "Rødgrød med fløde på Ærø"),
    ("ÃžaÃ° er gott veÃ°ur Ã\u{ad} ReykjavÃ\u{ad}k. ÃžÃ³rÃ°ur", "Það er gott veður í Reykjavík. Þórður"),
    ("ZaÅ¼Ã³Å‚Ä‡ gÄ™Å›lÄ… jaÅºÅ„ w Å\u{81}odzi", "Zażółć gęślą jaźń w Łodzi"),
    (
        "PÅ™Ã\u{ad}liÅ¡ Å¾luÅ¥ouÄ\u{8d}kÃ½ kÅ¯Åˆ ÃºpÄ›l Ä\u{8f}Ã¡belskÃ© Ã³dy",
        "Příliš žluťoučký kůň úpěl ďábelské ódy",
    ),
    ("Ã\u{81}rvÃ\u{ad}ztÅ±rÅ‘ tÃ¼kÃ¶rfÃºrÃ³gÃ©p", "Árvíztűrő tükörfúrógép"),
    ("Èšara noastrÄƒ È™i oraÅŸul IaÅŸi, Ã®n BucureÈ™ti", "Țara noastră și oraşul Iaşi, în București"),
    (
        "Ä°stanbulâ€™da Ã§ay iÃ§iyoruz, Ankaraâ€™ya gidiyoruz ÅŸimdi.",
        "İstanbul’da çay içiyoruz, Ankara’ya gidiyoruz şimdi.",
    ),
    ("Å½elim Ä\u{8d}aÅ¡u vina, Ä\u{90}orÄ‘e, Å¡eÄ‡er", "Želim čašu vina, Đorđe, šećer"),
    ("RÄ«ga ir skaista, Å¡Ä·Ä“res, Ä£imene", "Rīga ir skaista, šķēres, ģimene"),
    (
        "Viá»‡t Nam lÃ\u{a0} má»™t quá»‘c gia á»Ÿ Ä\u{90}Ã´ng Nam Ã\u{81}",
        "Việt Nam là một quốc gia ở Đông Nam Á",
    ),
    (
        "Ð\u{9d}Ð¾Ñ‡Ð½Ð¾Ð¹ Ð¿Ð°Ñ€Ð¾Ð¼ Ð¿Ñ€Ð¸ÑˆÑ‘Ð» Ñ\u{81} Ð¾Ð¿Ð¾Ð·Ð´Ð°Ð½Ð¸ÐµÐ¼ Ð½Ð° Ñ‡ÐµÑ‚Ñ‹Ñ€Ðµ Ñ‡Ð°Ñ\u{81}Ð°.",
        "Ночной паром пришёл с опозданием на четыре часа.",
    ),
    (
        "ÐšÐ¸Ñ—Ð² Ñ” Ñ\u{81}Ñ‚Ð¾Ð»Ð¸Ñ†ÐµÑŽ Ð£ÐºÑ€Ð°Ñ—Ð½Ð¸, Ñ—Ð¶Ð°Ðº, Ò‘Ð°Ð½Ð¾Ðº",
        "Київ є столицею України, їжак, ґанок",
    ),
    (
        "Î— Î³Ï\u{81}Î®Î³Î¿Ï\u{81}Î· Î±Î»ÎµÏ€Î¿Ï\u{8d} Ï€Î·Î´Î¬ÎµÎ¹ Ï€Î¬Î½Ï‰ Î±Ï€ÏŒ Ï„Î¿Î½ ÏƒÎºÏ\u{8d}Î»Î¿.",
        "Η γρήγορη αλεπού πηδάει πάνω από τον σκύλο.",
    ),
    ("×©×œ×•×\u{9d} ×¢×•×œ×\u{9d}, ×ž×” ×©×œ×•×ž×š ×”×™×•×\u{9d}?", "שלום עולם, מה שלומך היום?"),
    (
        "Ù…Ø±Ø\u{ad}Ø¨Ø§ Ø¨Ø§Ù„Ø¹Ø§Ù„Ù…ØŒ ÙƒÙŠÙ\u{81} Ø\u{ad}Ø§Ù„Ùƒ Ø§Ù„ÙŠÙˆÙ…ØŸ",
        "مرحبا بالعالم، كيف حالك اليوم؟",
    ),
    (
        "à¤¨à¤®à¤¸à¥\u{8d}à¤¤à¥‡ à¤¦à¥\u{81}à¤¨à¤¿à¤¯à¤¾, à¤†à¤ª à¤•à¥ˆà¤¸à¥‡ à¤¹à¥ˆà¤‚?",
        "नमस्ते दुनिया, आप कैसे हैं?",
    ),
    ("à¸\u{a0}à¸²à¸©à¸²à¹„à¸—à¸¢à¸ªà¸§à¸¢à¸‡à¸²à¸¡à¸¡à¸²à¸\u{81}", "ภาษาไทยสวยงามมาก"),
    (
        "å¤œé‡Œçš„æ¸¡èˆ¹æ™šåˆ°äº†å››ä¸ªå°\u{8f}æ—¶ï¼Œç\u{a0}\u{81}å¤´ä¸Šçš„äººéƒ½ä¸\u{8d}å\u{90}ƒæƒŠã€‚",
        "夜里的渡船晚到了四个小时，码头上的人都不吃惊。",
    ),
    (
        "ã\u{81}“ã‚“ã\u{81}«ã\u{81}¡ã\u{81}¯ä¸–ç•Œã€‚å¤œã\u{81}®ãƒ•ã‚§ãƒªãƒ¼ã\u{81}¯é\u{81}…ã‚Œã\u{81}Ÿã€‚",
        "こんにちは世界。夜のフェリーは遅れた。",
    ),
    ("ì•ˆë…•í•˜ì„¸ìš” ì„¸ê³„, ì˜¤ëŠ˜ ì–´ë•Œìš”?", "안녕하세요 세계, 오늘 어때요?"),
    ("Donâ€™t panic â€” itâ€™s â€œfineâ€\u{9d}â€¦", "Don’t panic — it’s “fine”…"),
    ("Itâ€™s", "It’s"),
    ("Â© 2024 Foo", "© 2024 Foo"),
    ("20 Â°C outside", "20 °C outside"),
    ("Â£5 off", "£5 off"),
    ("naÃ¯ve cafÃ©", "naïve café"),
    ("â˜…â˜…â˜…â˜…â˜†", "★★★★☆"),
    ("I â\u{9d}¤ï¸\u{8f} you", "I ❤\u{fe0f} you"),
    ("Brandâ„¢", "Brand™"),
    // Latin-1
    (
        "Lâ\u{80}\u{99}Ã©tÃ© dernier, la crÃ¨me brÃ»lÃ©e Ã©tait trÃ¨s bonne Ã\u{a0} lâ\u{80}\u{99}hÃ´tel â\u{80}\u{94} dÃ©jÃ\u{a0} vu, Ã§a va oÃ¹ ?",
        "L’été dernier, la crème brûlée était très bonne à l’hôtel — déjà vu, ça va où ?",
    ),
    (
        "Die StraÃ\u{9f}e nach KÃ¶ln ist fÃ¼r FuÃ\u{9f}gÃ¤nger gesperrt.",
        "Die Straße nach Köln ist für Fußgänger gesperrt.",
    ),
    (
        "PÅ\u{99}Ã\u{ad}liÅ¡ Å¾luÅ¥ouÄ\u{8d}kÃ½ kÅ¯Å\u{88} ÃºpÄ\u{9b}l Ä\u{8f}Ã¡belskÃ© Ã³dy",
        "Příliš žluťoučký kůň úpěl ďábelské ódy",
    ),
    (
        "Ð\u{9d}Ð¾Ñ\u{87}Ð½Ð¾Ð¹ Ð¿Ð°Ñ\u{80}Ð¾Ð¼ Ð¿Ñ\u{80}Ð¸Ñ\u{88}Ñ\u{91}Ð» Ñ\u{81} Ð¾Ð¿Ð¾Ð·Ð´Ð°Ð½Ð¸ÐµÐ¼ Ð½Ð° Ñ\u{87}ÐµÑ\u{82}Ñ\u{8b}Ñ\u{80}Ðµ Ñ\u{87}Ð°Ñ\u{81}Ð°.",
        "Ночной паром пришёл с опозданием на четыре часа.",
    ),
    (
        "å¤\u{9c}é\u{87}\u{8c}ç\u{9a}\u{84}æ¸¡è\u{88}¹æ\u{99}\u{9a}å\u{88}°äº\u{86}å\u{9b}\u{9b}ä¸ªå°\u{8f}æ\u{97}¶ï¼\u{8c}ç\u{a0}\u{81}å¤´ä¸\u{8a}ç\u{9a}\u{84}äººé\u{83}½ä¸\u{8d}å\u{90}\u{83}æ\u{83}\u{8a}ã\u{80}\u{82}",
        "夜里的渡船晚到了四个小时，码头上的人都不吃惊。",
    ),
    (
        "Donâ\u{80}\u{99}t panic â\u{80}\u{94} itâ\u{80}\u{99}s â\u{80}\u{9c}fineâ\u{80}\u{9d}â\u{80}¦",
        "Don’t panic — it’s “fine”…",
    ),
    ("â\u{9c}\u{93} done", "✓ done"),
    ("aâ\u{88}\u{92}b", "a−b"),
    // Windows-1251
    (
        "LвЂ™Г©tГ© dernier, la crГЁme brГ»lГ©e Г©tait trГЁs bonne Г\u{a0} lвЂ™hГґtel вЂ” dГ©jГ\u{a0} vu, Г§a va oГ№ ?",
        "L’été dernier, la crème brûlée était très bonne à l’hôtel — déjà vu, ça va où ?",
    ),
    (
        "Die StraГџe nach KГ¶ln ist fГјr FuГџgГ¤nger gesperrt.",
        "Die Straße nach Köln ist für Fußgänger gesperrt.",
    ),
    (
        "РќРѕС‡РЅРѕР№ РїР°СЂРѕРј РїСЂРёС€С‘Р» СЃ РѕРїРѕР·РґР°РЅРёРµРј РЅР° С‡РµС‚С‹СЂРµ С‡Р°СЃР°.",
        "Ночной паром пришёл с опозданием на четыре часа.",
    ),
    ("РљР°Рє РґРµР»Р°?", "Как дела?"),
    ("РџСЂРёРІС–С‚", "Привіт"),
    ("Р‘СЉР»РіР°СЂРёСЏ Рµ С…СѓР±Р°РІР° СЃС‚СЂР°РЅР°", "България е хубава страна"),
    (
        "Р‚РѕСЂС’Рµ С\u{98}Рµ СЂРµРєР°Рѕ: СљРµРјСѓ С™СѓР±Р°РІ, СџРµРї, С›СѓС‚Р°СљРµ",
        "Ђорђе је рекао: њему љубав, џеп, ћутање",
    ),
    (
        "О— ОіПЃО®ОіОїПЃО· О±О»ОµПЂОїПЌ ПЂО·ОґО¬ОµО№ ПЂО¬ОЅП‰ О±ПЂПЊ П„ОїОЅ ПѓОєПЌО»Ої.",
        "Η γρήγορη αλεπού πηδάει πάνω από τον σκύλο.",
    ),
    ("Ч©ЧњЧ•Чќ ЧўЧ•ЧњЧќ, ЧћЧ” Ч©ЧњЧ•ЧћЧљ Ч”Ч™Ч•Чќ?", "שלום עולם, מה שלומך היום?"),
    ("DonвЂ™t panic вЂ” itвЂ™s вЂњfineвЂќвЂ¦", "Don’t panic — it’s “fine”…"),
    ("ItвЂ™s", "It’s"),
    (
        "е¤њй‡Њзљ„жёЎи€№ж™ље€°дє†е››дёЄе°Џж—¶пјЊз\u{a0}Ѓе¤ґдёЉзљ„дєєйѓЅдёЌеђѓжѓЉгЂ‚",
        "夜里的渡船晚到了四个小时，码头上的人都不吃惊。",
    ),
    // Mac OS Roman
    (
        "L‚Äô√©t√© dernier, la cr√®me br√ªl√©e √©tait tr√®s bonne √† l‚Äôh√¥tel ‚Äî d√©j√† vu, √ßa va o√π ?",
        "L’été dernier, la crème brûlée était très bonne à l’hôtel — déjà vu, ça va où ?",
    ),
    ("Le caf√©", "Le café"),
    ("El ni√±o comi√≥ una manzana en la monta√±a.", "El niño comió una manzana en la montaña."),
    (
        "Die Stra√üe nach K√∂ln ist f√ºr Fu√üg√§nger gesperrt.",
        "Die Straße nach Köln ist für Fußgänger gesperrt.",
    ),
    ("Perch√© √® cos√¨? Pi√π virt√π, la citt√† √® gi√† l√¨.", "Perché è così? Più virtù, la città è già lì."),
    (
        "–ù–æ—á–Ω–æ–π –ø–∞—Ä–æ–º –ø—Ä–∏—à—ë–ª —Å –æ–ø–æ–∑–¥–∞–Ω–∏–µ–º –Ω–∞ —á–µ—Ç—ã—Ä–µ —á–∞—Å–∞.",
        "Ночной паром пришёл с опозданием на четыре часа.",
    ),
    (
        "Œó Œ≥œÅŒÆŒ≥ŒøœÅŒ∑ Œ±ŒªŒµœÄŒøœç œÄŒ∑Œ¥Œ¨ŒµŒπ œÄŒ¨ŒΩœâ Œ±œÄœå œÑŒøŒΩ œÉŒ∫œçŒªŒø.",
        "Η γρήγορη αλεπού πηδάει πάνω από τον σκύλο.",
    ),
    ("◊©◊ú◊ï◊ù ◊¢◊ï◊ú◊ù, ◊û◊î ◊©◊ú◊ï◊û◊ö ◊î◊ô◊ï◊ù?", "שלום עולם, מה שלומך היום?"),
    ("„Åì„Çì„Å´„Å°„ÅØ‰∏ñÁïå„ÄÇÂ§ú„ÅÆ„Éï„Çß„É™„Éº„ÅØÈÅÖ„Çå„Åü„ÄÇ", "こんにちは世界。夜のフェリーは遅れた。"),
    ("Don‚Äôt panic ‚Äî it‚Äôs ‚Äúfine‚Äù‚Ä¶", "Don’t panic — it’s “fine”…"),
    ("¬£5 off", "£5 off"),
    // Windows-1250
    (
        "PĹ™Ă\u{ad}liĹˇ ĹľluĹĄouÄŤkĂ˝ kĹŻĹ\u{88} ĂşpÄ›l ÄŹĂˇbelskĂ© Ăłdy",
        "Příliš žluťoučký kůň úpěl ďábelské ódy",
    ),
    ("ZaĹĽĂłĹ‚Ä‡ gÄ™Ĺ›lÄ… jaĹşĹ„ w Ĺ\u{81}odzi", "Zażółć gęślą jaźń w Łodzi"),
    ("Ă\u{81}rvĂ\u{ad}ztĹ±rĹ‘ tĂĽkĂ¶rfĂşrĂłgĂ©p", "Árvíztűrő tükörfúrógép"),
    ("Donâ€™t panic â€” itâ€™s â€śfineâ€ťâ€¦", "Don’t panic — it’s “fine”…"),
    (
        "Lâ€™Ă©tĂ© dernier, la crĂ¨me brĂ»lĂ©e Ă©tait trĂ¨s bonne Ă\u{a0} lâ€™hĂ´tel â€” dĂ©jĂ\u{a0} vu, Ă§a va oĂą ?",
        "L’été dernier, la crème brûlée était très bonne à l’hôtel — déjà vu, ça va où ?",
    ),
    (
        "ĐťĐľŃ‡Đ˝ĐľĐą ĐżĐ°Ń€ĐľĐĽ ĐżŃ€Đ¸Ń\u{88}Ń‘Đ» Ń\u{81} ĐľĐżĐľĐ·Đ´Đ°Đ˝Đ¸ĐµĐĽ Đ˝Đ° Ń‡ĐµŃ‚Ń‹Ń€Đµ Ń‡Đ°Ń\u{81}Đ°.",
        "Ночной паром пришёл с опозданием на четыре часа.",
    ),
    // Windows-1254
    (
        "Ä°stanbulâ€™da Ã§ay iÃ§iyoruz, Ankaraâ€™ya gidiyoruz ÅŸimdi.",
        "İstanbul’da çay içiyoruz, Ankara’ya gidiyoruz şimdi.",
    ),
    (
        "Lâ€™Ã©tÃ© dernier, la crÃ¨me brÃ»lÃ©e Ã©tait trÃ¨s bonne Ã\u{a0} lâ€™hÃ´tel â€” dÃ©jÃ\u{a0} vu, Ã§a va oÃ¹ ?",
        "L’été dernier, la crème brûlée était très bonne à l’hôtel — déjà vu, ça va où ?",
    ),
    ("Donâ€™t panic â€” itâ€™s â€œfineâ€\u{9d}â€¦", "Don’t panic — it’s “fine”…"),
    (
        "Ğ\u{9d}Ğ¾Ñ‡Ğ½Ğ¾Ğ¹ Ğ¿Ğ°Ñ€Ğ¾Ğ¼ Ğ¿Ñ€Ğ¸ÑˆÑ‘Ğ» Ñ\u{81} Ğ¾Ğ¿Ğ¾Ğ·Ğ´Ğ°Ğ½Ğ¸ĞµĞ¼ Ğ½Ğ° Ñ‡ĞµÑ‚Ñ‹Ñ€Ğµ Ñ‡Ğ°Ñ\u{81}Ğ°.",
        "Ночной паром пришёл с опозданием на четыре часа.",
    ),
    // Windows-1253
    (
        "Ξ— Ξ³Ο\u{81}Ξ®Ξ³ΞΏΟ\u{81}Ξ· Ξ±Ξ»ΞµΟ€ΞΏΟ\u{8d} Ο€Ξ·Ξ΄Ξ¬ΞµΞΉ Ο€Ξ¬Ξ½Ο‰ Ξ±Ο€Ο\u{8c} Ο„ΞΏΞ½ ΟƒΞΊΟ\u{8d}Ξ»ΞΏ.",
        "Η γρήγορη αλεπού πηδάει πάνω από τον σκύλο.",
    ),
    ("Donβ€™t panic β€” itβ€™s β€\u{9c}fineβ€\u{9d}β€¦", "Don’t panic — it’s “fine”…"),
    (
        "Lβ€™Γ©tΓ© dernier, la crΓ¨me brΓ»lΓ©e Γ©tait trΓ¨s bonne Γ\u{a0} lβ€™hΓ΄tel β€” dΓ©jΓ\u{a0} vu, Γ§a va oΓΉ ?",
        "L’été dernier, la crème brûlée était très bonne à l’hôtel — déjà vu, ça va où ?",
    ),
    (
        "Die StraΓ\u{9f}e nach KΓ¶ln ist fΓΌr FuΓ\u{9f}gΓ¤nger gesperrt.",
        "Die Straße nach Köln ist für Fußgänger gesperrt.",
    ),
    // Windows-1257
    ("Donā€™t panic ā€” itā€™s ā€\u{9c}fineā€¯ā€¦", "Don’t panic — it’s “fine”…"),
    // code page 437
    ("Le caf├⌐", "Le café"),
    ("DonΓÇÖt panic ΓÇö itΓÇÖs ΓÇ£fineΓÇ¥ΓÇª", "Don’t panic — it’s “fine”…"),
    // Windows-1252, twice
    (
        "DonÃ¢â‚¬â„¢t panic Ã¢â‚¬â€\u{9d} itÃ¢â‚¬â„¢s Ã¢â‚¬Å“fineÃ¢â‚¬Â\u{9d}Ã¢â‚¬Â¦",
        "Don’t panic — it’s “fine”…",
    ),
    (
        "LÃ¢â‚¬â„¢ÃƒÂ©tÃƒÂ© dernier, la crÃƒÂ¨me brÃƒÂ»lÃƒÂ©e ÃƒÂ©tait trÃƒÂ¨s bonne ÃƒÂ\u{a0} lÃ¢â‚¬â„¢hÃƒÂ´tel Ã¢â‚¬â€\u{9d} dÃƒÂ©jÃƒÂ\u{a0} vu, ÃƒÂ§a va oÃƒÂ¹ ?",
        "L’été dernier, la crème brûlée était très bonne à l’hôtel — déjà vu, ça va où ?",
    ),
    (
        "Die StraÃƒÅ¸e nach KÃƒÂ¶ln ist fÃƒÂ¼r FuÃƒÅ¸gÃƒÂ¤nger gesperrt.",
        "Die Straße nach Köln ist für Fußgänger gesperrt.",
    ),
    (
        "Ã„Â°stanbulÃ¢â‚¬â„¢da ÃƒÂ§ay iÃƒÂ§iyoruz, AnkaraÃ¢â‚¬â„¢ya gidiyoruz Ã…Å¸imdi.",
        "İstanbul’da çay içiyoruz, Ankara’ya gidiyoruz şimdi.",
    ),
    ("ZaÃ…Â¼ÃƒÂ³Ã…â€šÃ„â€¡ gÃ„â„¢Ã…â€ºlÃ„â€¦ jaÃ…ÂºÃ…â€ž w Ã…Â\u{81}odzi", "Zażółć gęślą jaźń w Łodzi"),
    (
        "Ã\u{90}Â\u{9d}Ã\u{90}Â¾Ã‘â€¡Ã\u{90}Â½Ã\u{90}Â¾Ã\u{90}Â¹ Ã\u{90}Â¿Ã\u{90}Â°Ã‘â‚¬Ã\u{90}Â¾Ã\u{90}Â¼ Ã\u{90}Â¿Ã‘â‚¬Ã\u{90}Â¸Ã‘Ë†Ã‘â€˜Ã\u{90}Â» Ã‘Â\u{81} Ã\u{90}Â¾Ã\u{90}Â¿Ã\u{90}Â¾Ã\u{90}Â·Ã\u{90}Â´Ã\u{90}Â°Ã\u{90}Â½Ã\u{90}Â¸Ã\u{90}ÂµÃ\u{90}Â¼ Ã\u{90}Â½Ã\u{90}Â° Ã‘â€¡Ã\u{90}ÂµÃ‘â€šÃ‘â€¹Ã‘â‚¬Ã\u{90}Âµ Ã‘â€¡Ã\u{90}Â°Ã‘Â\u{81}Ã\u{90}Â°.",
        "Ночной паром пришёл с опозданием на четыре часа.",
    ),
    // several at once
    ("cafÃ© and caf√© and cafГ©", "café and café and café"),
    ("ItвЂ™s déjÃ\u{a0} vu, isn‚Äôt it?", "It’s déjà vu, isn’t it?"),
    ("Donâ€™t and donÃ¢â‚¬â„¢t", "Don’t and don’t"),
    ("Right: café, naïve — wrong: cafÃ©, naÃ¯ve â€”", "Right: café, naïve — wrong: café, naïve —"),
    // a byte 0xA0 that became a blank
    ("VoilÃ  tout", "Voilà tout"),
    ("C’est dÃ©jÃ  Ã  lui", "C’est déjà à lui"),
    ("VoilÃ tout", "Voilà tout"),
    ("A sentence.Â Another one, 5Â km on.", "A sentence.\u{a0}Another one, 5\u{a0}km on."),
    ("Rates vary.Â Â Â So", "Rates vary.\u{a0}\u{a0}\u{a0}So"),
    // controls of Windows-1252
    ("It\u{92}s \u{93}here\u{94} \u{96} now\u{85} for 5 \u{80}", "It’s “here” – now… for 5 €"),
    ("\u{8c}uvre", "Œuvre"),
    ("café\u{92}s", "café’s"),
];

/// Text that looks like the problem and is right.
const RIGHT: &[&str] = &[
    "DÉCIDÉ… ET CARRÉ…",
    "PORQUÊ… E VOCÊS…",
    "ANDRÉ® et CAFÉ®",
    "Ã…rdal",
    "kormidlá§ 7",
    "640×… of 20×½",
    "(¬‿¬) and ʕ•ᴥ•ʔ (´▽｀) ¯\\_(ツ)_/¯",
    "ƒ(x) ﬁn ﬂ°",
    "I saw \"Ã¤\" instead of \"ä\"",
    "I saw &quot;Ã¤&quot; instead",
    "PÄŠAVA Ägäis",
    "Āø is a letter pair",
    "AMANHÃ… MANHÃ – IRMÃ» MAÇÃ®",
    "√π and 2√π, r√π, x≈π, n√2, −√3",
    "∆π ≈ ±½, x≤∞, p¬q",
    "ΦΡΟΥΡΑ¨ και ¨Αυτό¨",
    "┌──┬──┐ │ab│cd│ └──┴──┘",
    "╔══╗ ║Title╠═╣x║ ╚══╝",
    "Title─┐ and text═╗",
    "├── src └── main.rs",
    "20 Å² of 5 Å³, 1.5 Å±0.1, 25Å²",
    "Úžasné a Žluté, BLÍŽE, VÍŠ, NÉŠ",
    "ДІТИ КИЇВ ЛІСІВ НІКІТІНІЙ СІЛІЦІЙ",
    "#НовийРік2024 УкрСіббанк НовоВіта ПроСім",
    "Її Ёлка Пётр Фёдор Тёплый Её всё… «ещё»",
    "СВОЈОЈ МОЈОЈ ЂОРЂЕ ЊЕГОШ",
    "ΝΈΑ ΤΈΛΟΣ ΑΘΉΝΑ ΌΛΑ",
    "TÜRKÇE… ÖĞRENCİ İSTANBUL… GÜMÜŞ",
    "HYVÄÄ… ÄÄNI ÖLJY…",
    "A Ă Â B C D Đ E Ê",
    "as letras Á, À, Ã, Â e Ã é uma letra",
    "FRANÇAIS, « ÉTÉ », ÇA…",
    "l’été dernier… “État” ‘Éire’ —à— …à",
    "«à» “é” ‘ü’ ”é” –ä–",
    "‚Äpfel‘ und „Öl“, „Ägäis“",
    "‚Äärimmäinen‘",
    "Île, Âge, Ça, Œuvre: cœur",
    "Il a dit été…” puis café»",
    "café†, café‡, naïveté™, protégé®",
    "5€, €5, Preisé€",
    "[–∞, ∞] and (–∞; 0]",
    "–5 °C bis –±0",
    "mê™ nª º ½ ¾",
    "TAÇÃO… SÃO JOÃO – Ã",
    "IRÃ, IRÃ… o IRÃ – Teerã",
    "Þór Ðe Æ° Æon",
    "Ñº 5, Nº 3, ÑANDÚ® ESPAÑA™",
    "GRÖẞE ÖSTERREICH® MÜLLER©",
    "KÄSE™ KÄ®",
    "Ó™, Ò», Õ…",
    "Ở ĐÂU… VIỆT NAM – HÀ NỘI",
    "İ, ş, Ş… Ğ… Ğ®",
    "BÜYÜKŞEHİR’İN ‘İŞ’",
    "ŽALIŲ… ŠĮ – Į‘",
    "Žįų‘ „ąžuolų“",
    "příští… š“ ť” ž’",
    "ЖЏ Џ‚ Њ„",
    "ВЂ Вё В° В® В№ 5",
    "в €5, в„ 20°",
    "Приветﾟ «Привет»…",
    "日本語… “中文” ‘한국어’",
    "don’t — it’s “fine”…",
    "œuvre œ“ œ”",
    "“œuvre” ‘œil’",
    "π≈3 ∑∏∫ Ω®",
    "x²±y² a·b×c÷d",
    "½¼¾ ±5 µm µ±σ",
    "e−iπ ∂√∂x ∂f/∂x",
    "√(a²+b²) √2≈1.41 √∞",
    "ÿ Ÿ ß® ß™",
    "Ꭰ ᎡᎢ",
    "àéîõü ÀÉÎÕÜ ÃÕÑ",
    "PÃO DE AÇÚCAR™",
    "“Ã” «Â» \"é\" (Ã¤)",
    "see \"Ã©\" and “â€™” for that",
    "¿Qué? ¡Olé! ¿É? É¿",
    "CAFÉ² CAFÉ¹",
    "1. É® 2. Ê™ 3. Ë©",
    "Ā ē ī ō ū ā́",
    "Œ® Œ© œ™",
    "Îles·Éparses É·C",
    "L·L·É ÉÉÉ…",
];

fn rule() -> &'static Rule {
    by_id("mojibake").unwrap()
}

fn only() -> Options {
    Options { rules: RuleSet::none().with("mojibake", true), duplicates: Policy::Off, ..Options::default() }
}

/// What the rule makes of a text in one go.
fn once(text: &str) -> String {
    find(rule(), &Document::new(text)).into_edits().apply(text)
}

/// What becomes of UTF-8 that is read byte by byte.
fn misread(text: &str, page: Option<&'static Encoding>) -> String {
    let chars = text.bytes().map(|byte| match page {
        Some(page) => page.decode_without_bom_handling(&[byte]).0.into_owned(),
        None => char::from(byte).to_string(),
    });
    chars.collect()
}

#[test]
fn what_was_misread_is_put_right() {
    for (before, after) in MISREAD {
        assert_eq!(clean(before, &only()).text, *after, "{before:?}");
    }
}

#[test]
fn one_go_is_enough() {
    for (before, after) in MISREAD {
        assert_eq!(once(before), *after, "{before:?}");
        assert_eq!(once(after), *after);
    }
}

#[test]
fn every_case_holds_a_trigger() {
    for (before, _) in MISREAD {
        assert!(Triggered::by(before).concerns(rule()), "{before:?}");
    }
}

#[test]
fn all_that_begins_a_sequence_is_a_trigger() {
    let pages =
        [WINDOWS_1252, WINDOWS_1251, MACINTOSH, WINDOWS_1250, WINDOWS_1254, WINDOWS_1253, WINDOWS_1257];
    for page in pages {
        for byte in 0xc2..=0xf4_u8 {
            let bytes = [byte];
            let first = page.decode_without_bom_handling(&bytes).0;
            assert!(first == "\u{fffd}" || Triggered::by(&first).concerns(rule()), "{first}");
        }
    }
    assert!(('\u{80}'..='\u{9f}').all(|control| Triggered::by(&control.to_string()).concerns(rule())));
}

#[test]
fn right_text_stays() {
    for text in RIGHT {
        assert_eq!(once(text), *text);
        assert_eq!(clean(text, &only()).text, *text);
    }
}

#[test]
fn right_text_stays_beside_wrong_text() {
    for text in RIGHT.iter().filter(|text| !text.contains('"')) {
        let both = format!("{text}\n\nItâ€™s dÃ©jÃ\u{a0} vu.\n");
        assert_eq!(once(&both), format!("{text}\n\nIt’s déjà vu.\n"));
    }
}

#[test]
fn code_addresses_tags_and_tables_stay() {
    for text in [
        "`cafÃ© donâ€™t`\n",
        "```\ncafÃ© donâ€™t\n```\n",
        "    cafÃ© donâ€™t\n",
        "[a](https://example.org/cafÃ©)\n",
        "https://example.org/cafÃ©/donâ€™t\n",
        "<a title=\"cafÃ© donâ€™t\">\n",
        "<div>\ncafÃ© donâ€™t\n</div>\n",
        "| cafÃ© | donâ€™t |\n|---|---|\n| cafÃ© | donâ€™t |\n",
        "---\ntitle: cafÃ© donâ€™t\n---\n",
        "$x_Ã©$\n",
    ] {
        assert_eq!(once(text), text);
    }
    assert_eq!(
        once("[cafÃ©](https://example.org/cafÃ©) `cafÃ©`\n"),
        "[café](https://example.org/cafÃ©) `cafÃ©`\n"
    );
    assert_eq!(once("> - donâ€™t\n"), "> - don’t\n");
    assert_eq!(once("# cafÃ©\n"), "# café\n");
}

#[test]
fn a_misread_line_end_is_no_line_end() {
    assert_eq!(once("One\u{85}\nTwo\n"), "One\u{85}\nTwo\n");
    assert_eq!(once("It\u{92}s\u{85} late\n"), "It’s… late\n");
}

#[test]
fn a_long_line_is_quick() {
    for piece in [
        "Ночной паром пришёл с опозданием. Её ждали. ",
        "РќРѕС‡РЅРѕР№ РїР°СЂРѕРј ",
        "cafÃ© donâ€™t ",
        "Ã©",
        "É…",
        "Ã",
        "ÃƒÆ’Ã‚Â©",
        "\u{92}",
        "Â ",
        "夜里的渡船",
    ] {
        let text = piece.repeat(5_000_000 / piece.len());
        let start = Instant::now();
        let mended = once(&text);
        assert!(start.elapsed() < Duration::from_secs(60), "{piece}: {:?}", start.elapsed());
        assert!(mended.chars().count() <= text.chars().count());
    }
}

/// Words in ten scripts; those in Latin letters have accents.
const WORDS: &[&[&str]] = &[
    &[
        "été",
        "crème",
        "Köln",
        "mañana",
        "coração",
        "größer",
        "señor",
        "naïve",
        "København",
        "l’hôtel",
        "perchè",
    ],
    &["Ночной", "паром", "пришёл", "опозданием", "Москва", "счастливые", "семьи", "друга", "похожи"],
    &["Ελληνικά", "καλημέρα", "θάλασσα", "γρήγορη", "σκύλο", "πάνω", "Αθήνα", "ουρανός"],
    &["שלום", "עולם", "מה", "שלומך", "היום", "עברית", "ספרים"],
    &["مرحبا", "بالعالم", "كيف", "حالك", "العربية", "السلام", "عليكم"],
    &["नमस्ते", "दुनिया", "हिन्दी", "कैसे", "आप"],
    &["ภาษาไทย", "สวยงาม", "มาก", "วันนี้"],
    &["夜里的渡船", "晚到了四个小时", "码头上的人", "都不吃惊", "你好，世界！"],
    &["こんにちは", "フェリー", "「東京」", "日本語", "遅れた。"],
    &["안녕하세요", "세계", "오늘", "한국어", "어때요"],
];

/// Different words of a language: of one or two, again and again, too little is known to be sure.
fn right_text() -> impl Strategy<Value = String> {
    let words = proptest::sample::select(WORDS).prop_flat_map(|words| Just(words.to_vec()).prop_shuffle());
    (words, 4_usize..14).prop_map(|(mut words, count)| {
        words.truncate(count);
        words.join(" ")
    })
}

fn page() -> impl Strategy<Value = Option<&'static Encoding>> {
    proptest::sample::select(vec![None, Some(WINDOWS_1252), Some(WINDOWS_1251), Some(MACINTOSH)])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_misread_line_comes_back(text in right_text(), page in page()) {
        prop_assert_eq!(once(&misread(&text, page)), text);
    }

    #[test]
    fn right_lines_stay(text in right_text()) {
        prop_assert_eq!(once(&text), text);
    }

    #[test]
    fn what_is_mended_stays(text in texts::text(), page in page()) {
        let mended = clean(&misread(&text, page), &only()).text.into_owned();
        prop_assert_eq!(&*clean(&mended, &only()).text, &mended);
    }

    #[test]
    fn all_rules_together_come_to_rest(text in texts::text(), page in page(), options in texts::options()) {
        let cleaned = clean(&misread(&text, page), &options).text.into_owned();
        prop_assert_eq!(&*clean(&cleaned, &options).text, &cleaned);
    }

    #[test]
    fn any_signs_come_to_rest(text in "[ÃÂâÅ€™©œ‚Ä√∞–—РСвЂ\u{80}\u{85}\u{92}\u{a0} a\n.]{0,40}") {
        let mended = clean(&text, &only()).text.into_owned();
        prop_assert_eq!(&*clean(&mended, &only()).text, &mended);
    }
}
