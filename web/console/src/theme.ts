import { theme as antd, type ThemeConfig } from 'antd';
import { createContext, useContext } from 'react';

export type Colours = 'dark' | 'light';

const remembered = 'fourfold.colours';

export function firstColours(): Colours {
  return localStorage.getItem(remembered) === 'light' ? 'light' : 'dark';
}

/** Puts the tokens of these colours on the page. */
export function applyColours(colours: Colours): void {
  document.documentElement.dataset.theme = colours;
  localStorage.setItem(remembered, colours);
}

export const ColoursContext = createContext<{ colours: Colours; setColours(colours: Colours): void }>({
  colours: 'dark',
  setColours: () => {},
});

export const useColours = () => useContext(ColoursContext);

export const reduceMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

function tokensOf(colours: Colours): (name: string) => string {
  const probe = document.createElement('div');
  probe.dataset.theme = colours;
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const values = new Map(tokenNames.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  probe.remove();
  return (name) => values.get(name) ?? '';
}

const tokenNames = [
  ...['bg0', 'bg1', 'bg2', 'bg3', 't1', 't2', 't3', 'accent', 'edge', 'divider'],
  ...['l1', 'l2', 'ok', 'fill-blue', 'shade', 'font'],
];

/** antd in our colours: computed from the tokens now on the page, so they are written down once. */
export function antdTheme(colours: Colours): ThemeConfig {
  const token = tokensOf(colours);
  return {
    algorithm: [colours === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm, antd.compactAlgorithm],
    token: {
      colorPrimary: token('fill-blue'),
      colorInfo: token('accent'),
      colorLink: token('accent'),
      colorError: token('l1'),
      colorWarning: token('l2'),
      colorSuccess: token('ok'),
      colorBgBase: token('bg1'),
      colorBgContainer: token('bg1'),
      colorBgElevated: token('bg2'),
      colorBgLayout: token('bg0'),
      colorBgMask: token('shade'),
      colorText: token('t1'),
      colorTextSecondary: token('t2'),
      colorTextTertiary: token('t3'),
      colorTextPlaceholder: token('t3'),
      colorTextDescription: token('t3'),
      colorBorder: token('edge'),
      colorBorderSecondary: token('divider'),
      colorSplit: token('divider'),
      fontFamily: token('font'),
      fontSize: 14,
      borderRadius: 6,
      controlHeight: 32,
      motion: !reduceMotion(),
      boxShadow: '0 6px 20px rgb(0 0 0 / 0.35)',
      boxShadowSecondary: '0 6px 20px rgb(0 0 0 / 0.35)',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
        // What lies under the pointer is read as well: the fill's own blue is too dark for letters at night.
        defaultHoverColor: token('accent'),
        defaultHoverBorderColor: token('accent'),
        defaultActiveColor: token('accent'),
        defaultActiveBorderColor: token('accent'),
      },
      Segmented: { itemSelectedBg: token('bg3'), trackBg: token('bg1'), itemColor: token('t2') },
      Table: { headerBg: token('bg2'), rowHoverBg: token('bg2'), cellPaddingBlockSM: 4, headerColor: token('t2') },
      Modal: { contentBg: token('bg1'), headerBg: token('bg1'), titleFontSize: 18 },
      Tooltip: { colorBgSpotlight: token('bg3') },
    },
  };
}
