import { body, client } from '@fourfold/api';
import type { FormSpec } from '@fourfold/forms';
import { Skeleton } from '@fourfold/ui';
import { App, Button, Modal } from 'antd';
import { useProblemText } from '../../../data/problems.ts';
import { useI18n } from '../../../i18n.ts';
import { More } from '../../../shell/Listing.tsx';
import { useVersions } from '../data.ts';
import type { Designer } from './useDesigner.ts';

/** What was given out; any of it can be gone on with, as the next version. */
export function Versions({ designer, onClose }: { designer: Designer; onClose(): void }) {
  const { t, format } = useI18n();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const { code } = designer.spec;
  const versions = useVersions(code);
  const goOn = async (version: number) => {
    try {
      const path = { code, version };
      const found = body(await client.GET('/forms/{code}/versions/{version}', { params: { path } }));
      designer.edit(() => found.spec as FormSpec);
      designer.select(null);
      onClose();
    } catch (error) {
      void message.error(problemText(error));
    }
  };
  return (
    <Modal open title={t('forms.versions')} footer={null} onCancel={onClose}>
      {versions.isPending ? <Skeleton label={t('forms.loading')} /> : null}
      {versions.isError ? <p className="fault">{problemText(versions.error)}</p> : null}
      {versions.data?.length === 0 ? <p className="hint">{t('forms.noVersions')}</p> : null}
      <ul className="forms-versions">
        {(versions.data ?? []).map(({ version, publishedAt }) => (
          <li key={version}>
            {t('forms.publishedAs', { version })} · {format.dayTime(publishedAt)}
            <Button size="small" onClick={() => void goOn(version)}>
              {t('forms.goOnWith')}
            </Button>
          </li>
        ))}
      </ul>
      <More query={versions} />
    </Modal>
  );
}
