import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useArea, useAreas } from '../data/sea.ts';
import { useMay, useSignedIn } from '../data/session.ts';
import { useI18n } from '../i18n.ts';

/** A part of one's own area to look at for a while: it narrows what is shown, never what one may see. */
export interface Scope {
  /** null: all of one's area. */
  code: string | null;
  name: string;
  /** Path that everything inside begins with. */
  path: string;
  centroid: { latitude: number; longitude: number } | null;
}

interface Scopes {
  scope: Scope;
  choices: Scope[];
  choose(code: string | null): void;
}

const ScopeContext = createContext<Scopes | null>(null);

export function useScope(): Scopes {
  const scopes = useContext(ScopeContext);
  if (!scopes) throw new Error('useScope outside its provider');
  return scopes;
}

export function ScopeProvider({ children }: { children: ReactNode }) {
  const { post } = useSignedIn();
  const { language } = useI18n();
  const may = useMay();
  const { data: areas } = useAreas(may('directory.read') ? post.area.code : null);
  const { data: own } = useArea(may('directory.read') ? post.area.code : null);
  const [code, choose] = useState<string | null>(null);
  const value = useMemo<Scopes>(() => {
    const named = (language === 'en' && own?.englishName) || post.area.name;
    const whole: Scope = { code: null, name: named, path: post.area.path, centroid: null };
    const parts = (areas ?? []).map((area) => ({
      code: area.code,
      name: (language === 'en' && area.englishName) || area.name,
      path: area.path,
      centroid: area.centroid ?? null,
    }));
    const choices = [whole, ...parts];
    return { scope: choices.find((scope) => scope.code === code) ?? whole, choices, choose };
  }, [post, own, areas, code, language]);
  return <ScopeContext value={value}>{children}</ScopeContext>;
}
