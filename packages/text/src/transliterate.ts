import { mustAt } from "@wirefold/core";
import { foldUnit } from "./normalize.ts";

/**
 * Names across scripts. `transliterate` writes Cyrillic, Greek, Georgian, Armenian, Hebrew, Arabic, kana and Hangul in
 * Latin letters, roughly as news does. Han is left as it is: its reading is a dictionary's business, not a table's.
 *
 * `nameSkeleton` goes further and drops what spellings of one name disagree on (vowels, doubled letters, which letters a
 * language writes a sound with), so that Gorayev, Gorajew and Гораев agree. It is a key for finding, never for proof.
 */
const tables: readonly (readonly [string, string])[] = [
  [
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћђџќѓѕ",
    "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i yi ye g u j lj nj c dj dz kj gj dz",
  ],
  ["αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o"],
  ["აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h"],
  [
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev",
  ],
  ["אבגדהוזחטיכךלמםנןסעפףצץקרשת", "_ b g d h v z h t y k k l m m n n s _ p p ts ts k r sh t"],
  [
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئپچژگ",
    "a b t th j h kh d dh r z s sh s d t z _ gh f q k l m n h w y a a a i a w y p ch zh g",
  ],
];

const letters = new Map<number, string>();
for (const [from, to] of tables) {
  const written = to.split(" ");
  for (const [i, letter] of [...from].entries()) letters.set(letter.charCodeAt(0), mustAt(written, i).replace("_", ""));
}
{
  // Kana, by rows of the syllabary; hiragana stand 0x60 below katakana.
  const katakana =
    "ァa アa ィi イi ゥu ウu ェe エe ォo オo カka ガga キki ギgi クku グgu ケke ゲge コko ゴgo サsa ザza シshi ジji スsu ズzu セse ゼze ソso ゾzo " +
    "タta ダda チchi ヂji ツtsu ヅzu テte デde トto ドdo ナna ニni ヌnu ネne ノno ハha バba パpa ヒhi ビbi ピpi フfu ブbu プpu ヘhe ベbe ペpe " +
    "ホho ボbo ポpo マma ミmi ムmu メme モmo ャya ヤya ュyu ユyu ョyo ヨyo ラra リri ルru レre ロro ワwa ヲo ンn ヴv";
  for (const entry of katakana.split(" ")) {
    const unit = entry.charCodeAt(0);
    letters.set(unit, entry.slice(1));
    if (unit < 0x30f4) letters.set(unit - 0x60, entry.slice(1));
  }
  letters.set(0x30fc, "");
  letters.set(0x30c3, "");
}

const INITIALS = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ");
const VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ");
const FINALS = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ");

function hangul(unit: number): string {
  const at = unit - 0xac00;
  return `${INITIALS[Math.floor(at / 588)]}${VOWELS[Math.floor((at % 588) / 28)]}${FINALS[at % 28] ?? ""}`;
}

/** The text in Latin letters, folded (small, without diacritics); what no table covers stays. */
export function transliterate(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) out += unit >= 0x41 && unit <= 0x5a ? String.fromCharCode(unit + 32) : text[i];
    else if (unit >= 0xac00 && unit <= 0xd7a3) out += hangul(unit);
    else if (unit >= 0x300 && unit <= 0x36f) continue;
    else {
      // й and ё are letters of their own, so the table is asked before diacritics go.
      const small = text.charAt(i).toLowerCase().charCodeAt(0);
      out += letters.get(small) ?? letters.get(foldUnit(unit)) ?? String.fromCharCode(foldUnit(unit));
    }
  }
  return out;
}

/** Spellings of one sound, longest first. Vowels and what is silent in some spelling go last. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|schtsch|tsch|dsch|dzh|tch|(?<!s)ch|cz|č/g, "C"],
  [/sch|sh|sz|zh|ž|š/g, "S"],
  [/kh|gh/g, "h"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/ts|tz/g, "c"],
  [/x/g, "ks"],
  [/[wv]/g, "v"],
  [/q|k|c(?=[aou])/g, "k"],
  [/[aeiouyjäöü']/g, ""],
];

/** The consonants of a name, as sounds: a key that spellings and scripts agree on. Empty for what has none. */
export function nameSkeleton(name: string): string {
  let key = transliterate(name).replace(/[^\p{L}]/gu, "");
  const vowelFirst = /^y?[aeiou]/.test(key);
  for (const [spelling, sound] of SOUNDS) key = key.replace(spelling, sound);
  // A first vowel is heard in every spelling: Adaeze is not Deza.
  if (vowelFirst) key = `a${key}`;
  // Endings that only declension and romanisation differ in: -ov, -ow, -off.
  return key.replace(/(.)\1+/g, "$1").replace(/f$/, "v");
}
