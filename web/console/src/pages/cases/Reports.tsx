import type { CaseDetail, WorkOrder } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { Image } from 'antd';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { useCaseWords } from './words.ts';

const fileUrl = (id: string) => `/api/v1/files/${id}`;

/** Pictures of an order: those of the report, then those that came after it. */
function photosOf(order: WorkOrder): string[] {
  const later = order.history.flatMap((step) => step.photos ?? []);
  return [...new Set([...(order.report?.photos ?? []), ...later])];
}

/** What the people on the spot found, with pictures and what was seized. */
export function Reports({ shown }: { shown: CaseDetail }) {
  const { t } = useI18n();
  const told = shown.workOrders.filter((order) => order.report || photosOf(order).length > 0);
  return (
    <section className="reports" aria-label={t('report.title')}>
      <header className="panel-head">
        <h2>{t('report.title')}</h2>
        {told.length === 0 ? <span className="t2">{t('report.none')}</span> : null}
      </header>
      {told.length === 0 ? <p className="t3 pad">{t('report.noneHint')}</p> : null}
      {told.map((order) => (
        <Report key={order.id} order={order} />
      ))}
    </section>
  );
}

function Report({ order }: { order: WorkOrder }) {
  const { t, format } = useI18n();
  const say = useCaseWords();
  const { report } = order;
  return (
    <article className="report">
      {report ? (
        <>
          <p>
            <b>{order.unit.name}</b>{' '}
            <span className="t2">
              {t('report.by', { who: report.by?.name ?? '', time: report.at ? format.dayTime(report.at) : '' })}
            </span>
          </p>
          <p className="report-result">
            <Icon name="check" size={16} />
            {t(`outcome.${report.result}`)} · {say.code('outcomeReason', report.reason)}
          </p>
          {report.note ? <p>{report.note}</p> : null}
          <Goods order={order} />
        </>
      ) : (
        <p>
          <b>{order.unit.name}</b>
        </p>
      )}
      <Pictures order={order} />
    </article>
  );
}

function Goods({ order }: { order: WorkOrder }) {
  const { t } = useI18n();
  const say = useCaseWords();
  const goods = order.report?.seized ?? [];
  if (goods.length === 0) return null;
  return (
    <table className="table goods" aria-label={t('report.seized')}>
      <thead>
        <tr>
          <th scope="col">{t('report.seized')}</th>
          <th scope="col">{t('report.handedTo')}</th>
        </tr>
      </thead>
      <tbody>
        {goods.map((item) => (
          <tr key={`${item.kind}/${item.number}/${item.handedTo}`}>
            <th scope="row">
              <Icon name="box" size={16} /> {say.goods(item)}
            </th>
            <td>
              {item.handedTo}
              {item.hint ? <span className="tag">{t('seized.quarantine')}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Pictures({ order }: { order: WorkOrder }) {
  const { t } = useI18n();
  const may = useMay();
  const photos = photosOf(order);
  const videos = new Set(order.history.flatMap((step) => step.videos ?? []));
  const sounds = new Set(order.history.flatMap((step) => step.sounds ?? []));
  if (photos.length === 0 || !may('files.read')) return null;
  return (
    <Image.PreviewGroup>
      <div className="pictures">
        {photos.map((id, index) =>
          sounds.has(id) ? (
            // biome-ignore lint/a11y/useMediaCaption: nobody wrote down what was said on the spot
            <audio
              key={id}
              src={fileUrl(id)}
              controls
              preload="none"
              aria-label={t('report.sound', { unit: order.unit.name, number: index + 1 })}
            />
          ) : videos.has(id) ? (
            // Only its first frame until somebody wants to see it; each look is written down.
            // biome-ignore lint/a11y/useMediaCaption: nobody wrote down what was said on the spot
            <video
              key={id}
              src={fileUrl(id)}
              width={176}
              height={112}
              controls
              preload="metadata"
              aria-label={t('report.video', { unit: order.unit.name, number: index + 1 })}
            />
          ) : (
            <Image
              key={id}
              src={fileUrl(id)}
              width={176}
              height={112}
              alt={t('report.photo', { unit: order.unit.name, number: index + 1 })}
            />
          ),
        )}
      </div>
    </Image.PreviewGroup>
  );
}
