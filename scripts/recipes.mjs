/**
 * Writes the recipes of the site builders (packages/embed/recipes/*.md) from the code that the embed builder prints, which the bench
 * tests in every builder:
 *
 *   npm run recipes
 *
 * With `--check` it writes nothing, and fails if they are not as it would write them.
 */
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { builders, delivery, formsOf, reasonAgainst, steps, texts } from '../packages/embed/lib/site-builders/index.js';
import { render } from '../packages/embed/lib/node/render.js';
import { widgets } from '../packages/embed/entries.mjs';

const check = process.argv.includes('--check');
const folder = 'packages/embed/recipes';

/** A practice with its program, whose snippets the recipes show. */
const practice = { name: 'Riverbend Family Center', telephone: '+1-503-555-0142' };
const configurations = {
  'contact-card': { ...practice, openingHours: 'Mo-Th 09:00-17:30', timeZone: 'America/Los_Angeles' },
  'signup-form': { name: 'Growing Secure', provider: practice, endpoint: 'https://your-site.example/signups' },
};

const { builders: names, reasons, hints, pieces: pieceTexts } = texts.en;
const title = (widget) => widget.replaceAll('-', ' ');

/** What is delivered for a widget, in its best form. */
async function deliver(builder, widget) {
  const [form] = formsOf(builder, widget);
  const { fallback } = await import(`@havenkit/elements/${widget}/fallback`);
  const made = delivery({
    builder,
    widget,
    form,
    configuration: configurations[widget] ?? {},
    language: 'en',
    files: 'https://your-site.example/havenkit/',
    page: 'https://your-site.example/',
    fallback,
    render,
  });
  return { widget, form, ...made };
}

/** What else there is for a builder, by the beginning of its id. */
const more = {
  wordpress: '[The plugin](wordpress/README.md) does all this without code, for every role that writes.',
  wix: 'Wix can also [receive the sign-ups](README.md#sign-ups-on-a-wix-site).',
};

const list = (lines) => lines.map((line, index) => `${index + 1}. ${line}`).join('\n');

/** What to copy. What only a strict site or a search engine needs is in the embed builder. */
const pasted = new Set(['snippet', 'site-script', 'frame-address', 'script-address', 'tag-name', 'attributes']);

const piece = ({ id, kind, code, rows }) => {
  const { title: name, where } = pieceTexts[id];
  const content =
    kind === 'table'
      ? ['| name | value |', '| - | - |', ...rows.map((row) => `| \`${row.name}\` | \`${row.value}\` |`)].join('\n')
      : `<!-- prettier-ignore -->\n\`\`\`${code.startsWith('<') ? 'html' : 'text'}\n${code}\n\`\`\``;
  return `**${name}.** ${where}\n\n${content}`;
};

/** Every widget, in the form that suits it best there. */
const formRow = ({ widget, form }) => `| ${title(widget)} | ${form} |`;

async function recipe({ id }) {
  const delivered = await Promise.all(widgets.map((widget) => deliver(id, widget)));
  const shown = delivered.find(({ widget }) => widget === 'contact-card');
  const { plan, steps: lines, replace, missing, menus } = steps({ ...shown, builder: id }, 'en');
  const impossible = ['element', 'loader', 'frame', 'html'].flatMap((form) => {
    const reason = reasonAgainst(id, form, 'contact-card');
    return reason ? `- **${form}:** ${reasons[reason]}` : [];
  });
  const known = new Set(delivered.flatMap((each) => each.hints.map(({ en }) => en)));
  return `<!-- Written by scripts/recipes.mjs. -->

# ${names[id].name}

${plan} [The embed builder](https://github.com/havenkit/havenkit/blob/main/docs/embedding.md#make-the-snippet) prints these steps for your own practice, in English and in Spanish.
${more[/^\w+/.exec(id)[0]] ?? ''}

## A contact card

${list(lines)}

${menus} ${replace}

${shown.pieces
  .filter((each) => pasted.has(each.id))
  .map(piece)
  .join('\n\n')}

## The other widgets

The steps are the same. This is the [form](https://github.com/havenkit/havenkit/blob/main/docs/embedding.md) that suits each widget best:

| widget | form |
| - | - |
${delivered.map(formRow).join('\n')}
${impossible.length ? `\nWhat does not work here:\n\n${impossible.join('\n')}\n` : ''}
## If something is wrong

- **The widget does not appear.** ${missing}
${Object.values(hints)
  .filter((hint) => known.has(hint))
  .map((hint) => `- ${hint}`)
  .join('\n')}
- **Anything else:** [open the doctor](https://github.com/havenkit/havenkit/blob/main/docs/doctor.md) on your page.
`;
}

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** Writes a file that is not as it should be, or reports it. */
async function update(path, content) {
  const text = await format(content, { ...(await resolveConfig(path)), filepath: path });
  if (read(path) === text) return;
  if (!check) return writeFileSync(path, text);
  console.log(`${path} is not what the embed builder prints; run npm run recipes`);
  process.exitCode = 1;
}

for (const builder of builders) await update(`${folder}/${builder.id}.md`, await recipe(builder));
const index = builders.map(({ id }) => `- [${names[id].name}](${id}.md)`).join('\n');
await update(
  `${folder}/README.md`,
  read(`${folder}/README.md`).replace(
    /(<!-- builders -->\n)[^]*(\n<!-- \/builders -->)/,
    (_, start, end) => `${start}\n${index}\n${end}`,
  ),
);
