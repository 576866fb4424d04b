import '@fourfold/ui/tokens.css';
import '@fourfold/ui/base.css';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type FormSchema, type FormSpec, localNow, look, newAnswers, withAnswer } from '../../src/index.ts';
import { FormView, type Host, leadToField } from '../../src/render/index.ts';

const kept = new Map<string, Blob>();
const host: Host = {
  async keep(file) {
    const name = `${kept.size}.jpg`;
    kept.set(name, file);
    return { name };
  },
  recall: async (name) => kept.get(name),
  forget: (name) => kept.delete(name),
  locate: async () => ({ latitude: 20.0443, longitude: 110.1983, accuracyMetres: 8 }),
};

/** A form as a phone shows it; what would be sent is in `window.looked`. */
function Page({ spec, schema }: { spec: FormSpec; schema: FormSchema }) {
  const [given, setGiven] = useState(() => newAnswers(spec.items) as Readonly<Record<string, unknown>>);
  const [showAll, setShowAll] = useState(false);
  const looked = look(spec, schema, given, localNow(Date.now()));
  Object.assign(window, { looked: { answers: looked.answers, errors: looked.errors } });
  const send = () => {
    setShowAll(true);
    const [first] = looked.errors;
    if (first) requestAnimationFrame(() => leadToField(first.path));
  };
  return (
    <>
      <h1>Form</h1>
      <FormView
        {...{ spec, looked, host, showAll }}
        language="en"
        onAnswer={(path, answer) => setGiven((before) => withAnswer(before, path, answer))}
      />
      <button type="button" id="send" className="form-button" onClick={send}>
        Send
      </button>
    </>
  );
}

const name = new URLSearchParams(location.search).get('form') ?? 'sample';
document.documentElement.dataset.theme = new URLSearchParams(location.search).get('theme') ?? 'light';
const [spec, schema] = await Promise.all(
  ['form', 'schema'].map(async (part) => (await fetch(`/${name}.${part}.json`)).json()),
);
createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <Page spec={spec} schema={schema} />
  </StrictMode>,
);
