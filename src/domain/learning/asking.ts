const question =
  /[나까가]요?\s*\?|(?:^|[.!?\n]\s*)(?:how|where|when|what|which|can|could|do|does|is|are|may|will|would|should)\b[^.!?\n]{0,300}\?/u;
/** What happened is told, or a question that blames: why has it not come? */
const complains =
  /왜|도대체|말이 되|않나|않은가|아닌가|언제까지|[았었였했됐왔갔났졌렸](?:는데|더니|어요|습니다|네요|고)|\bwhy\b|n't\b|\bnot\b|\bstill\b/u;

/** Whether a voice only asks; who tells what happened and then asks what becomes of it complains. `knows`: a word that asks is in it. */
export const onlyAsks = (text: string, knows: boolean): boolean =>
  (knows || question.test(text)) && !complains.test(text);
