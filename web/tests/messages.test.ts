import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const web = fileURLToPath(new URL('..', import.meta.url));
const sources = ['console', 'field', 'citizen', 'packages']
  .filter((folder) => existsSync(`${web}/${folder}`))
  .flatMap((folder) =>
    readdirSync(`${web}/${folder}`, { recursive: true, encoding: 'utf8' }).map((f) => `${folder}/${f}`),
  )
  .filter((path) => /\.(tsx?|html|css)$/.test(path) && !/node_modules|\/dist\//.test(path));
const cjk = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/u;
const places = (message: unknown): string[] => {
  const texts = typeof message === 'string' ? [message] : Object.values(message as Record<string, string>);
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')))].sort();
};

type Messages = Record<string, unknown>;
const load = async (path: string): Promise<Messages> =>
  Object.assign({}, ...Object.values((await import(`${web}/${path}`)) as Record<string, Messages>)) as Messages;

describe('messages', () => {
  it('no text in Chinese stands outside a message file', () => {
    const guilty = sources
      .filter((path) => !/\/messages\//.test(path) && !/\.test\.tsx?$/.test(path))
      .filter((path) => cjk.test(readFileSync(`${web}/${path}`, 'utf8')));
    expect(sources.length).toBeGreaterThan(20);
    expect(guilty).toEqual([]);
  });

  it.each(sources.filter((path) => /\/messages\/zh(\/|\.ts)/.test(path)))(
    '%s has the same keys and places in English',
    async (path) => {
      const zh = await load(path);
      const en = await load(path.replace('/messages/zh', '/messages/en'));
      expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
      for (const key of Object.keys(zh)) expect([key, places(en[key])]).toEqual([key, places(zh[key])]);
      expect(Object.entries(en).filter(([, text]) => cjk.test(JSON.stringify(text)))).toEqual([]);
    },
  );

  it('every problem code of the reference has a sentence', async () => {
    const reference = readFileSync(`${web}/../docs/reference/problems.md`, 'utf8');
    const codes = [...reference.matchAll(/^\| `([a-z0-9.-]+)`/gm)].map((match) => `problem.${match[1]}`);
    const messages = {
      ...(await load('packages/i18n/src/messages/zh.ts')),
      ...(await load('packages/i18n/src/messages/zh/problems.ts')),
      ...(await load('packages/i18n/src/messages/zh/coordinate.ts')),
    };
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter((code) => !(code in messages))).toEqual([]);
  });

  it('every code of what the server sees, judges and drops has words', async () => {
    const desk = await load('console/src/messages/zh/settings.ts');
    const sea = await load('console/src/messages/zh/sea.ts');
    const all: Messages = { ...desk, ...sea };
    for (const name of ['reasons', 'problems', 'coordinate']) {
      Object.assign(all, await load(`packages/i18n/src/messages/zh/${name}.ts`));
    }
    Object.assign(all, await load('packages/i18n/src/messages/zh.ts'));
    const sense = sourcesBelow('sense');
    const behaviour = sense.filter(([path]) => path.startsWith('Behaviour/'));
    const rules = codesIn(behaviour, /DetectorCode = "([^"]+)"/g);
    const wanted = {
      reason: [
        ...codesIn(behaviour, /new Reason\(\s*"([^"]+)"/g),
        ...codesIn(ofFile(behaviour, 'ConditionDetector.cs'), /\? "([^"]+)"/g),
      ],
      'rule.name': rules,
      'rule.about': rules,
      'alert.rule': rules,
      'case.rule': rules,
      fault: [
        ...codesIn(sense, /Drop(?:ped)?\("([^"]+)"/g),
        ...codesIn(ofFile(sense, 'AsterixDecoder.cs'), /(?:return|=>) "([a-zA-Z]+)"/g),
        ...codesIn(ofFile(sense, 'RadarSentences.cs'), /"([a-z]+[A-Z][a-zA-Z]+)"/g),
        ...['NmeaFault', 'AsterixFault', 'CaptureFault'].flatMap((name) => membersOf(ofFile(sense, `${name}.cs`))),
      ],
      flag: codesIn(ofFile(sense, 'VesselView.cs'), /\(TrackFlags\.\w+, "([^"]+)"\)/g),
      source: codesIn(ofFile(sense, 'VesselView.cs'), /TrackKind\.\w+ => "([^"]+)"/g),
      'sensor.state': codesIn(ofFile(sense, 'SensorBook.cs'), /SensorState\.\w+ => "([^"]+)"/g),
      problem: codesIn(sense, /Refused(?:\.Invalid|\.NotFound)?\("([^"]+)"/g),
      action: codesIn(sense, /db\.Audit\("([^"]+)"/g).filter((code) => code.startsWith('sensor.')),
    };
    for (const [list, codes] of Object.entries(wanted)) {
      expect(codes.length, list).toBeGreaterThan(2);
      expect(
        codes.map((code) => `${list}.${code}`).filter((key) => !(key in all)),
        list,
      ).toEqual([]);
    }
  });
});

type Source = readonly [path: string, text: string];

/** The server's sources of a part, its tests left out. */
function sourcesBelow(part: string): Source[] {
  const root = `${web}/../${part}`;
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.cs') && !/(^|\/)(Tests|obj|bin)\//.test(path))
    .map((path) => [path, readFileSync(`${root}/${path}`, 'utf8')]);
}

const ofFile = (sources: readonly Source[], name: string) => sources.filter(([path]) => path.endsWith(`/${name}`));

const codesIn = (sources: readonly Source[], pattern: RegExp): string[] => [
  ...new Set(sources.flatMap(([, text]) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))),
];

/** Members of an enumeration as the API writes them, camelCase; the first says that nothing is wrong. */
const membersOf = (sources: readonly Source[]): string[] =>
  codesIn(sources, /^ {4}([A-Z]\w+),$/gm).map((name) => name.charAt(0).toLowerCase() + name.slice(1));
