import { Modal, Select } from 'antd';
import { useState } from 'react';
import { useProblemText } from '../data/problems.ts';
import { useChangePurpose, useSignedIn } from '../data/session.ts';
import { useI18n } from '../i18n.ts';
import { type PurposeChoice, PurposePicker } from './PurposePicker.tsx';

/** A session acts under one post and one purpose; changing either is a new, logged choice. */
export function PurposeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const session = useSignedIn();
  const change = useChangePurpose();
  const [postId, setPostId] = useState(session.post.id);
  const [choice, setChoice] = useState<PurposeChoice>({ purpose: session.purpose, note: '' });
  const unsaid = choice.purpose === 'other' && !choice.note.trim();
  return (
    <Modal
      open
      title={t('purpose.change.title')}
      okText={t('purpose.change.submit')}
      okButtonProps={{ disabled: unsaid, loading: change.isPending }}
      onCancel={onClose}
      onOk={() =>
        change.mutate(
          { purpose: choice.purpose, note: choice.note.trim() || undefined, postId },
          { onSuccess: onClose },
        )
      }
    >
      <div className="stack">
        {session.posts.length > 1 ? (
          <>
            <label htmlFor="post">{t('purpose.change.post')}</label>
            <Select
              id="post"
              value={postId}
              onChange={setPostId}
              options={session.posts.map((post) => ({
                value: post.id,
                label: `${t(`role.${post.role}`)} · ${post.unit.name} · ${post.area.name}`,
              }))}
            />
          </>
        ) : null}
        <PurposePicker value={choice} onChange={setChoice} />
        <p className="fault" role="alert">
          {change.error ? problemText(change.error) : null}
        </p>
      </div>
    </Modal>
  );
}
