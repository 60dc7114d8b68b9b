import { type Detector, type Hit, scan } from './hit.ts';

const province =
  '(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|충청북|충청남|전북|전남|전라북|전라남|경북|경남|경상북|경상남|제주)(?:특별자치시|특별자치도|특별시|광역시|시|도)?';
/** Everyday words that end like a city or a ward. */
const everyday =
  '(?:다시|혹시|역시|잠시|즉시|당시|수시|일시|임시|동시|표시|지시|무시|게시|접시|택시|몇시|친구|요구|누구|도구|입구|출구|기구|가구|창구|욕구|문구|축구|야구|영구|연구|청구|배구|지구)';
const district = `(?!${everyday} )[가-힣]{1,6}(?:시|군|구)`;
const unit = '(?:지하 ?)?\\d{1,3}층|[A-Za-z가-다\\d]{1,4}동(?= ?\\d)|[A-Za-z]?\\d{1,5}호';
const building =
  '[가-힣A-Za-z\\d]{1,15}(?:아파트|빌라|빌딩|오피스텔|타워|맨션|하우스|캐슬|자이|래미안|푸르지오|힐스테이트)';
const counter = '(?!\\d|,\\d| ?(?:번(?!지)|회|개|명|시|일|원|만|억|건|분|차|년|월|대|배|점|%|층|동|호|권))';
const number = ` ?\\d{1,5}(?:-\\d{1,4})?(?:번지)?${counter}`;
const street = `(?<road>[가-힣]{1,8}\\d{0,3}(?:대로|로|길))(?<lane> ?\\d{1,4}(?:번)?[가나다라]?길)?`;
const lot = '(?<lot>[가-힣]{1,6}\\d{0,2}(?:동|리|가))';

const korean = new RegExp(
  `(?<![가-힣])(?!님|씨)(?<province>${province} )?(?<district>(?:${district} ){0,2})(?<town>[가-힣]{1,6}(?:읍|면) )?` +
    `(?:${street}|${lot})(?<number>${number})?` +
    `(?<tail>(?:,? {0,2}(?:\\([가-힣A-Za-z\\d, ]{1,30}\\)|${building}|${unit})){0,5})`,
  'g',
);

/**
 * Korean addresses: region, street (or lot) and number. The region and the street stay, since they help; the number
 * and everything behind it go. 로 and 길 end half the words of the language, so a street alone proves nothing: the
 * hit needs weight 2 from a province, wards, a numbered lane or a flat.
 */
export const addresses: Detector = (text) =>
  scan(text, korean, (m) => {
    const { province, district, town, road, lane, lot, number, tail } = m.groups ?? {};
    const place = road ?? lot ?? '';
    if (/으로$/.test(place)) return null;
    const flat = /\d호/.test(tail ?? '') ? (/동/.test(tail ?? '') ? 2 : 1) : 0;
    const wards = (district ?? '').split(' ').length - 1;
    const weight = (province ? 2 : 0) + wards + (town ? 1 : 0) + (lane ? 1 : 0) + flat;
    if (weight < 2 || (!number && !lane && flat === 0)) return null;
    const kept = `${province ?? ''}${district ?? ''}${town ?? ''}${place}`;
    return { type: 'address', start: m.index, end: m.index + m[0].length, shown: `${kept} •••` };
  });

/** A block and a flat, even where the street is not told: "101동 1203호". */
export const flats: Detector = (text) => scan(text, /(?<!\d)\d{1,4}동 ?\d{1,4}호/g, (m) => hit(m, '•••동 •••호'));

const english =
  /(?<![\w-])(\d{1,5}(?:-\d{1,4})?,?) ((?:[A-Z][a-z]{1,15} ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct)\b|[A-Z][a-z]{1,20}(?:-ro|-gil|-daero)\b)\.?(?:,? (?:Apt|Apartment|Unit|Suite|Flat|#)\.? ?\w{1,6})?/g;

export const englishAddresses: Detector = (text) => scan(text, english, (m) => hit(m, `••• ${m[2] ?? ''}`));

const hit = (m: RegExpExecArray, shown: string): Hit => ({
  type: 'address',
  start: m.index,
  end: m.index + m[0].length,
  shown,
});
