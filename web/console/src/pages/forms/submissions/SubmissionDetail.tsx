import type { Submission } from '@fourfold/api';
import type { FormSpec } from '@fourfold/forms';
import { Skeleton } from '@fourfold/ui';
import { Button, Drawer, Tag } from 'antd';
import { useEffect, useState } from 'react';
import { useProblemText } from '../../../data/problems.ts';
import { useMay } from '../../../data/session.ts';
import { useI18n } from '../../../i18n.ts';
import { useVersion } from '../data.ts';
import { useFormWords } from '../words.ts';
import { AskUnmask } from './AskUnmask.tsx';
import { type Line, linesOf } from './answers.ts';
import { residentPath, sealedHref, useRequests, useReveal, useSubmission } from './data.ts';
import { Media } from './Media.tsx';
import { Masked } from './SubmissionsPage.tsx';
import { useAnswerText } from './useAnswerText.ts';

/** One filled form with all its answers; what is sealed can be asked for. */
export function SubmissionDetail({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const submission = useSubmission(id);
  const version = useVersion(submission.data?.form ?? '', submission.data?.version ?? null);
  const error = submission.error ?? version.error;
  return (
    <Drawer open title={t('forms.submission')} size={560} onClose={onClose}>
      {error ? <p className="fault">{problemText(error)}</p> : null}
      {submission.data && version.data ? (
        <Detail submission={submission.data} spec={version.data} />
      ) : error ? null : (
        <Skeleton label={t('forms.loading')} />
      )}
    </Drawer>
  );
}

/** Values that were opened, until the consent ends. */
interface Revealed {
  /** The request that they were opened for. */
  request: string;
  values: Record<string, unknown>;
  validUntil: string | null;
}

function Detail({ submission, spec }: { submission: Submission; spec: FormSpec }) {
  const { t, format } = useI18n();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  useForgetting(revealed, () => setRevealed(null));
  return (
    <div className="stack">
      <p className="t3">
        {submission.filledByName ?? t('detail.none')} · {format.dayTime(submission.filledAt)} ·{' '}
        {t('forms.publishedAs', { version: submission.version })} · {t(`forms.source.${submission.source}`)}
      </p>
      <dl className="forms-pairs">
        {linesOf(spec, submission.answers).map((line) => (
          <Answer key={line.path} {...{ line, submission, spec, revealed }} />
        ))}
        {submission.forResident ? <Resident {...{ submission, revealed }} /> : null}
      </dl>
      {submission.deleted.length > 0 ? (
        <p className="hint">{t('forms.deleted', { count: submission.deleted.length })}</p>
      ) : null}
      {revealed?.validUntil ? (
        <p role="status" data-tone="l2">
          {t('forms.revealedUntil', { time: format.clock(revealed.validUntil) })}
        </p>
      ) : null}
      {submission.masked.length > 0 ? <Requests id={submission.id} onReveal={setRevealed} /> : null}
      {submission.masked.length > 0 && may('submissions.unmask') ? (
        <Button onClick={() => setAsking(true)}>{t('forms.ask')}</Button>
      ) : null}
      {asking ? <AskUnmask {...{ submission, spec }} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

/** What was opened is gone from the screen when the consent ends. */
function useForgetting(revealed: Revealed | null, forget: () => void): void {
  useEffect(() => {
    if (!revealed?.validUntil) return;
    const left = Date.parse(revealed.validUntil) - Date.now();
    const end = setTimeout(forget, Math.max(0, left));
    return () => clearTimeout(end);
  }, [revealed, forget]);
}

/** For whom it was filled: how to reach them is sealed, if they left it. */
function Resident({ submission, revealed }: Pick<AnswerProps, 'submission' | 'revealed'>) {
  const { t } = useI18n();
  const left = revealed?.values[residentPath] as { name?: string | null; phone?: string | null } | undefined;
  return (
    <>
      <dt>{t('forms.forResident')}</dt>
      <dd>
        {left ? (
          <mark className="forms-revealed">{[left.name, left.phone].filter(Boolean).join(' · ')}</mark>
        ) : submission.masked.includes(residentPath) ? (
          <Masked />
        ) : (
          t('forms.residentUnnamed')
        )}
      </dd>
    </>
  );
}

interface AnswerProps {
  line: Line;
  submission: Submission;
  spec: FormSpec;
  revealed: Revealed | null;
}

function Answer({ line, submission, spec, revealed }: AnswerProps) {
  const { t } = useI18n();
  const words = useFormWords();
  const text = useAnswerText();
  const { item, path, round, depth, answer } = line;
  const style = { paddingLeft: depth * 16 };
  if (round !== undefined)
    return (
      <>
        <dt style={style}>
          <strong>
            {words.say(item.label)} {round}
          </strong>
        </dt>
        <dd />
      </>
    );
  const open = revealed?.values[path];
  const file = submission.media.find(({ name }) => name !== null && name === answer)?.fileId;
  const isMedia = item.type === 'photo' || item.type === 'video';
  const media = { kind: item.type === 'video' ? 'video' : 'photo', label: words.say(item.label) } as const;
  return (
    <>
      <dt style={style}>{words.say(item.label)}</dt>
      <dd>
        {open !== undefined ? (
          <mark className="forms-revealed">
            {isMedia && revealed && open !== null ? (
              <Media {...media} href={sealedHref(submission.id, String(open), revealed.request)} />
            ) : (
              text(spec, item, open)
            )}
          </mark>
        ) : submission.masked.includes(path) ? (
          <Masked what={isMedia ? t(item.type === 'photo' ? 'forms.sealedPhoto' : 'forms.sealedVideo') : undefined} />
        ) : isMedia && answer !== undefined ? (
          file ? (
            <Media {...media} href={`/api/v1/files/${file}`} />
          ) : (
            <span className="hint">{t('forms.fileComing')}</span>
          )
        ) : (
          text(spec, item, answer)
        )}
      </dd>
    </>
  );
}

/** What was asked of this form; with a consent that holds, the values can be seen. */
function Requests({ id, onReveal }: { id: string; onReveal(revealed: Revealed): void }) {
  const { t, format } = useI18n();
  const words = useProblemText();
  const requests = useRequests(false);
  const reveal = useReveal(id);
  const mine = (requests.data ?? []).filter((request) => request.submissionId === id && request.mine);
  if (mine.length === 0) return null;
  return (
    <section aria-labelledby="forms-mine">
      <h3 id="forms-mine">{t('forms.myRequests')}</h3>
      <ul className="forms-versions">
        {mine.map((request) => (
          <li key={request.id}>
            <Tag>{t(`forms.request.${request.state}`)}</Tag> {format.dayTime(request.askedAt)} · {request.reason}
            {request.state === 'consented' && request.validUntil && Date.parse(request.validUntil) > Date.now() ? (
              <Button
                size="small"
                loading={reveal.isPending}
                onClick={() =>
                  reveal.mutate(request.id, { onSuccess: (found) => onReveal({ request: request.id, ...found }) })
                }
              >
                {t('forms.reveal')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {reveal.error ? <p className="fault">{words(reveal.error)}</p> : null}
    </section>
  );
}
