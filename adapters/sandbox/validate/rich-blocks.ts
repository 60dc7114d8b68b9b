import { anyText, id, imageUrl, mrkdwn, plainText, url } from './composition.ts';
import { buttonElement } from './elements.ts';
import { all, anything, boolean, byType, integer, list, oneOf, type Rule, shape, string, whole } from './rules.ts';

/** The newer and the larger blocks; each is named as Slack names it, without `block_id`, which every block may have. */

const named = { block_id: id };

const richParts = byType({
  rich_text_section: shape({ elements: list(anything, 0, 1000) }),
  rich_text_list: shape(
    { elements: list(anything, 0, 1000), style: oneOf('bullet', 'ordered') },
    { indent: integer(0, 8), offset: integer(0, 1000), border: integer(0, 1) },
  ),
  rich_text_quote: shape({ elements: list(anything, 0, 1000) }, { border: integer(0, 1) }),
  rich_text_preformatted: shape({ elements: list(anything, 0, 1000) }, { border: integer(0, 1), language: string(50) }),
});

const richText: Rule = shape({ elements: list(richParts, 1, 100) }, named);

const cell = byType({
  rich_text: richText,
  raw_text: shape({ text: string(3000, 0) }),
  raw_number: shape({ value: anything }, { text: string(100) }),
});
const rows = (min: number, max: number): Rule => list(list(cell, 1, 20), min, max);

const card = all(
  shape(
    {},
    {
      ...named,
      hero_image: imageUrl,
      icon: imageUrl,
      title: mrkdwn(150),
      subtitle: mrkdwn(150),
      body: mrkdwn(200),
      actions: list(byType({ button: buttonElement }), 1, 5),
    },
  ),
  whole((value) =>
    ['hero_image', 'title', 'body', 'actions'].some((key) => value[key] !== undefined)
      ? null
      : 'must provide one of hero_image, title, body or actions',
  ),
);

const labels = list(shape({ label: string(20), value: anything }), 1, 100);
const series = list(shape({ name: string(20), data: labels }), 1, 6);
const plotted = shape({ series, axis_config: anything });
const chart = byType({
  pie: shape({ segments: list(shape({ label: string(20), value: anything }), 1, 6) }),
  bar: plotted,
  line: plotted,
  area: plotted,
});

const task = shape(
  { task_id: id, title: string(255), status: oneOf('pending', 'in_progress', 'complete', 'error') },
  {
    ...named,
    details: richText,
    output: richText,
    sources: list(byType({ url: shape({ url, text: string(255) }) }), 1, 100),
  },
);

export const richBlocks: Readonly<Record<string, Rule>> = {
  rich_text: richText,
  markdown: shape({ text: string(12_000) }, named),
  table: shape({ rows: rows(1, 100) }, { ...named, column_settings: list(anything, 1, 20) }),
  data_table: shape(
    { rows: rows(2, 101), caption: string(255) },
    { ...named, page_size: integer(1, 100), row_header_column_index: integer(0, 19) },
  ),
  data_visualization: shape({ chart, title: string(50) }, named),
  alert: shape({ text: anyText(200) }, { ...named, level: oneOf('default', 'info', 'warning', 'error', 'success') }),
  card,
  carousel: shape({ elements: list(byType({ card }), 1, 10) }, named),
  task_card: task,
  plan: shape({ title: string(255) }, { ...named, tasks: list(byType({ task_card: task }), 1, 50) }),
  video: shape(
    { video_url: url, thumbnail_url: url, alt_text: string(2000), title: plainText(200) },
    {
      ...named,
      title_url: url,
      author_name: string(50),
      provider_name: string(100),
      provider_icon_url: url,
      description: plainText(200),
    },
  ),
  file: shape({ source: oneOf('remote'), external_id: id }, named),
};

export const containerWith = (children: Readonly<Record<string, Rule>>): Rule =>
  shape(
    { child_blocks: list(byType(children), 1, 10) },
    {
      ...named,
      title: plainText(150),
      rich_text_title: richText,
      subtitle: anyText(150),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      icon: imageUrl,
      is_collapsible: boolean,
      default_collapsed: boolean,
      has_header_divider: boolean,
    },
  );
