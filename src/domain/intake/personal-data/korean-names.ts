import { after, before, type Detector, type Hit, scan } from './hit.ts';

const double = '남궁|황보|제갈|선우|독고|사공|서문';
const common =
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염추';
const rare = '여도소석선설마길연위표명기반라왕금옥육인맹제탁국은편용나';

/** Given names of two syllables; titles and trades that begin like a surname are told apart below. */
const fullName = `(?:${double})[가-힣]{1,2}|[${common}${rare}][가-힣]{2}`;
const honoured = new RegExp(`(?<![가-힣])(${fullName})(?= ?(?:님|씨)(?!앗)| (?:고객|회원)님)`, 'g');
const titles =
  '대리|과장|부장|차장|팀장|실장|사장|이사|상무|전무|주임|사원|기사|선생|교수|점장|소장|원장|반장|대표|박사|국장|간사|매니|여사|회장|관장|기장|원님';
const trades =
  '정비사|조리사|조리장|조무사|변호사|노무사|주치의|주문자|주인장|주무관|주방장|구매자|구독자|신청인|신청자|신고자|이용자|이사장|지점장|지배인|방문자|방문객|임직원|임산부|임신부|장애인|안내원|안내자|설계사|설치사|전문가|전도사|진행자|한의사|공무원|위원장|은행원|민원인|문의자|여행자|연구원|기관사|기술자|소방관|소비자|심사자|배달원|배송원|도우미|마케터|명의자|제보자|조합원|추천인|고소인|이웃집|주문한|방문한|구매한|이용한|신청한|문의한|예약한|소중한|조용한|성실한|유명한|이러한|진정한|기다린|우수한|신규인|하나뿐|모든분|신입생|유학생|한국인|노동자|주재원|소상공';
/** Everyday words of two syllables that begin like a surname; with a particle behind them they look like a full name. */
const everyday =
  '전화|문자|주문|배송|안내|이번|오늘|지금|이제|우리|정말|조치|연락|문의|방문|신청|구매|조회|한분|이분|이것|이거|이걸|현장|지점|전산|차량|신규|정기|성인|남자|여자|노인|주부|최근|최초|최종|조금|한번|원래|유일|유료|진짜|민원|공지|서로|권한|문제|이유|이용|이미|이후|이전|오전|오후|안전|정도|정상|조건|주소|주말|차후|하나|한편|지난|전부|기존|가입';
const noName = new RegExp(
  `^(?:${trades})$|^.(?:${titles})$|^(?:${everyday})[은는이가을를도로의에만과와께서인한된할중시후번달주]$`,
);
const staffBefore =
  /(?:승무원|기사|상담(?:사|원)|점장|점원|직원|매니저|팀장|실장|사원|주임|대리|과장|차장|부장|기장|사무장|담당(?:자)?|알바(?:생)?|선생|강사|코치|안내원|캐셔|셰프|요리사|바리스타|간호사|경비원|미화원)(?:님|분|이신|인|이었던|은|는|,)? ?$/;

/** "김철수 님", unless a role word says it is one of ours. In praise a name with 님 is the person praised. */
const honouredNames: Detector = (text, { praise }) =>
  praise
    ? []
    : scan(text, honoured, (m) => {
        const name = m[1] ?? '';
        return noName.test(name) || staffBefore.test(before(text, m.index)) ? null : hit(m.index, name);
      });

const holder =
  '명의자|명의인|예금주|수령인|수취인|받는 ?사람|받는 ?분|주문자(?:명)?|예약자(?:명)?|신청인|가입자|계약자|구매자|고객명|성명';
const self = '(?:제|저의|내|본인) ?(?:이름|성함)|(?:이름|성함)(?=은|:| :)';
const labelled = (labels: string): RegExp =>
  new RegExp(
    `(?<=(?:${labels})(?:은|는|이|가)?[ :(]{1,3})(?:(?:${double})[가-힣]{1,2}|[${common}][가-힣]{1,2})(?=(?:입니다|이고|이며|이에요|예요|이라|님|씨|으로|의|에게|께|한테|고객|드림)|[^가-힣]|$)`,
    'g',
  );
const ofHolder = labelled(holder);
const ofSelf = labelled(self);
/** As on a form: "이름 김철수, 연락처 …". */
const onForm = new RegExp(`(?<=(?:^|[\\s,/])(?:이름|성함) )(?:${fullName})(?= ?(?:[,/\\n]|이고|이며|입니다|$))`, 'g');
/** "저는 김철수입니다": who introduces themselves is the customer. */
const introduced = new RegExp(
  `(?<=(?:안녕하세요|저는|저|제가)[,.!~ ]{1,3})(?:${fullName})(?=입니다|인데요?|이라고|라고 (?:합|해)|예요|이에요)`,
  'g',
);
/** Words that follow such a label and begin like a surname: "예금주 정보", "수령인 주소". */
const noHolder =
  /^(?:정보|이름|성함|성명|변경|주소|전화|조회|인증|안내|문의|조건|주민|전부|이상|이메|이랑|정정|오류|한글|영문|연락|신분|서명|명의|현재|전체|조금|전혀|정확|안보|원래|문제|지정|유무|하나|본인|고객|주문|지금|이미|방금|서류|신용|전산|이중|구분|이외|고지|우리|남편|조카|이모|장모|장인|고모|신랑|배우|서울|강원|전북|전남)/;

/** What stays of a masked address begins like a name, too: "예금주 한빛시 은하구 별빛로 •••". */
const isPlace = (name: string, next: string): boolean =>
  /[시도군구]$/.test(name) && /^(?: [가-힣\d]{1,9}[시군구읍면동리가로길]){1,4} \uE000/.test(next);

const labelledNames: Detector = (text, { praise }) => {
  const judge = (m: RegExpExecArray): Hit | null =>
    noHolder.test(m[0]) || isPlace(m[0], after(text, m.index + m[0].length, 50)) ? null : hit(m.index, m[0]);
  const own = praise ? [] : [...scan(text, ofSelf, judge), ...scan(text, onForm, judge)];
  const meeting = scan(text, introduced, (m) => (noName.test(m[0]) ? null : hit(m.index, m[0])));
  return [...scan(text, ofHolder, judge), ...own, ...meeting];
};

const signed = new RegExp(`(?<![가-힣])(${fullName})(?= ?(?:드림|올림|배상)[.!)\\s]{0,3}(?:\\n|$))`, 'g');

/** "김철수 드림" at the end of a line; "전화를 드림" is no signature. */
const signedNames: Detector = (text) =>
  scan(text, signed, (m) => (/[을를히게글]$/.test(m[0]) || noName.test(m[0]) ? null : hit(m.index, m[0])));

export const koreanNames: readonly Detector[] = [labelledNames, honouredNames, signedNames];

/** 김철수 → 김•수, 김철 → 김•, 남궁철수 → 남••수. */
function hit(start: number, name: string): Hit {
  const last = name.length > 2 ? name.slice(-1) : '';
  const shown = name.slice(0, 1) + '•'.repeat(Math.max(1, name.length - 2)) + last;
  return { type: 'name', start, end: start + name.length, shown };
}
