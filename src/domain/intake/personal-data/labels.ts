import { before } from './hit.ts';

/**
 * What a number is called when it belongs to an order and not to a person: such numbers must survive, or nobody finds
 * the parcel. The label counts only right before the number ("주문번호 …"), not somewhere in the sentence.
 */
const korean =
  /(?:(?:주문|예약|접수|사건|승인|일련|상품|모델|관리|계약|문의|티켓|(?:사업자|법인)\s?등록)\s?번호|(?:운송장|송장|영수증|바코드|시리얼|제품\s?코드)(?:\s?번호)?)(?:[은는이가]|입니다|:|#|\(|\s){0,4}$/;
const english =
  /\b(?:orders?|booking|tracking|parcel|shipment|receipt|invoice|reference|ref|case|ticket|serial|barcode|model|account id|ean|isbn)(?:\s(?:no\.?|number|id|code|reference|ref))?(?:\s(?:is|was))?[\s:#(]{0,3}$/i;

export function isBusinessNumber(text: string, start: number): boolean {
  const lead = before(text, start);
  return korean.test(lead) || english.test(lead);
}
