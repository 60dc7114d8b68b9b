import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/app/command-line.ts';
import { exportTables } from '../../src/domain/export/tables.ts';
import { textOf } from '../support/front-door.ts';
import { shipped } from '../support/shipped-playbook.ts';
import { type FrontDoor, filed } from '../support/stages.ts';
import { csvRows } from '../support/strict-csv.ts';

const asks = async (door: FrontDoor, who: string, typed = '내보내기'): Promise<string> =>
  textOf(await door.command(who, typed));
/** The table of cases in the newest file that somebody was given. */
async function casesFor(door: FrontDoor, who: string) {
  const file = (await door.files()).findLast(({ to }) => to === who)?.file;
  const packed = unzipSync(file?.bytes ?? new Uint8Array());
  return csvRows(Buffer.from(packed['cases.csv'] ?? []).toString());
}

/** Case 1 is with logistics, case 2 with quality. */
async function twoCases(): Promise<FrontDoor> {
  const door = await filed();
  await filed({ department: 'quality' }, door);
  return door;
}

describe('taking the records out in chat', () => {
  it.each(['dain', 'aram', 'gyuri'])(
    'is for executives, the VOC desk and administrators: everything, as %s',
    async (who) => {
      const door = await twoCases();
      expect(await asks(door, who)).toContain('접수 2건을 표로 만들고 있습니다');
      expect((await casesFor(door, who)).map((row) => row['department'])).toEqual(['logistics', 'quality']);
    },
  );

  it('gives whoever leads a department its own and nothing else', async () => {
    const door = await twoCases();
    expect(await asks(door, 'sechan')).toContain('우리 부서 1건');
    expect((await casesFor(door, 'sechan')).map((row) => row['department'])).toEqual(['logistics']);
  });

  it.each(['duri', 'hana', 'soeun'])('is not for others, who learn in one sentence who may: %s', async (who) => {
    const door = await twoCases();
    const said = await asks(door, who);
    expect(said).toBe('내보내기는 임원, 조정관, 관리자가 할 수 있고, 부서장은 자기 부서 것을 내보낼 수 있습니다.');
    expect(await door.files()).toEqual([]);
    expect(await door.exportDesk.again({ platform: 'slack', tenant: 'T1', id: who }, '2026-11')).toBeNull();
  });

  it('hands one ZIP over in private, with every table in it, and the log knows that records were taken out', async () => {
    const door = await twoCases();
    await asks(door, 'dain', '내보내기 2026-11');
    const [given] = await door.files();
    expect(given).toMatchObject({
      to: 'dain',
      file: { name: 'voc-2026-11-01_2026-11-30.zip', title: 'VOC 2026-11-01~2026-11-30 · 2건' },
    });
    expect(Object.keys(unzipSync(given?.file.bytes ?? new Uint8Array()))).toEqual(exportTables.map(({ file }) => file));
    expect(door.log.lines).toContainEqual({ level: 'info', what: 'records were taken out' });
  });

  it('takes the days that are named, and this month where none are', async () => {
    const door = await filed();
    door.pass(30 * 86_400_000);
    await filed({}, door);
    expect(await asks(door, 'dain')).toContain('2026-12-01~2026-12-23 접수 1건');
    expect(await asks(door, 'dain', '내보내기 2026-11-23')).toContain('2026-11-23 접수 1건');
    expect(await asks(door, 'dain', '내보내기 2026-11~2026-12')).toContain('2026-11-01~2026-12-31 접수 2건');
    expect(await asks(door, 'laura', 'export 2026')).toContain('2 cases filed 2026-01-01~2026-12-31');
    expect(await asks(door, 'dain', '내보내기 2025')).toContain('접수된 건이 없습니다');
    expect(await asks(door, 'dain', '내보내기 2026-13')).toContain('기간은 2026-11');
    expect(await asks(door, 'dain', '내보내기 2026-12~2026-11')).toContain('기간은 2026-11');
  });

  it('says in private that the file could not be sent', async () => {
    const door = await twoCases();
    door.refuseFiles();
    await asks(door, 'dain');
    expect(await door.files()).toEqual([]);
    expect(door.calls.map(({ to, card }) => [to, card.fallback])).toEqual([
      ['dain', expect.stringContaining('파일을 보내지 못했습니다')],
    ]);
    expect(door.log.lines).toContainEqual({ level: 'warn', what: 'an export was not taken' });
  });

  it('leaves what a customer says of exporting a voice', () => {
    for (const voice of ['내보내기 버튼이 안 눌려요', 'export to CSV fails', '내보내기가 2026년부터 안 돼요']) {
      expect(readCommandLine(voice, shipped).type).toBe('file');
    }
    expect(readCommandLine('내보내기', shipped)).toEqual({ type: 'export', period: '' });
  });

  it('stands in the help of whoever may, and of nobody else', async () => {
    const door = await twoCases();
    const help = async (who: string) => JSON.stringify(await door.command(who, '도움말'));
    expect(await help('dain')).toContain('"export"');
    expect(await help('hana')).not.toContain('"export"');
    expect(textOf(await door.press('dain', 'export', null))).toContain('표로 만들고 있습니다');
    expect(await door.files()).toHaveLength(1);
  });
});
