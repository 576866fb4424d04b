import './settings.css';
import { Icon, type IconName, StateCard } from '@fourfold/ui';
import type { ComponentType } from 'react';
import { useMay } from '../../data/session.ts';
import { type MessageKey, useI18n } from '../../i18n.ts';
import { link, usePath } from '../../router.ts';
import { NoPermission } from '../../shell/states.tsx';
import { ApiKeys } from './ApiKeys.tsx';
import { Audit } from './Audit.tsx';
import { Feeds } from './Feeds.tsx';
import { Jobs } from './Jobs.tsx';
import { Outbox } from './Outbox.tsx';
import { People } from './People.tsx';
import { Rules } from './Rules.tsx';
import { Sensors } from './Sensors.tsx';
import { Units } from './Units.tsx';

interface Section {
  path: string;
  title: Extract<MessageKey, `page.${string}`>;
  icon: IconName;
  permission: string;
  content: ComponentType;
}

const sections: readonly Section[] = [
  { path: '/settings/feeds', title: 'page.feeds', icon: 'radio', permission: 'feeds.read', content: Feeds },
  { path: '/settings/sensors', title: 'page.sensors', icon: 'radar', permission: 'feeds.read', content: Sensors },
  { path: '/settings/rules', title: 'page.rules', icon: 'rule', permission: 'rules.read', content: Rules },
  { path: '/settings/people', title: 'page.people', icon: 'users', permission: 'people.read', content: People },
  { path: '/settings/units', title: 'page.units', icon: 'flag', permission: 'units.write', content: Units },
  { path: '/settings/api-keys', title: 'page.apiKeys', icon: 'key', permission: 'api-keys.write', content: ApiKeys },
  { path: '/settings/outbox', title: 'page.outbox', icon: 'mail', permission: 'outbox.manage', content: Outbox },
  { path: '/settings/jobs', title: 'page.jobs', icon: 'jobs', permission: 'jobs.read', content: Jobs },
  { path: '/settings/audit', title: 'page.audit', icon: 'history', permission: 'audit.read', content: Audit },
];

/** What this post may set; one section at a time. */
export default function SettingsPage() {
  const { t } = useI18n();
  const may = useMay();
  const path = usePath();
  const allowed = sections.filter((section) => may(section.permission));
  const asked = sections.find((section) => path === section.path || path.startsWith(`${section.path}/`));
  const current = asked ?? allowed[0];
  if (!current) return <StateCard icon="gear" title={t('settings.none')} />;
  const Content = may(current.permission) ? current.content : NoPermission;
  return (
    <div className="settings">
      <nav aria-label={t('settings.sections')}>
        {allowed.map((section) => (
          <a key={section.path} {...link(section.path)} aria-current={section === current ? 'page' : undefined}>
            <Icon name={section.icon} size={18} /> {t(section.title)}
          </a>
        ))}
      </nav>
      <section aria-label={t(current.title)}>
        <h2>{t(current.title)}</h2>
        <Content />
      </section>
    </div>
  );
}
