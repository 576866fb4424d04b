import type { ReactNode, SVGProps } from 'react';

/** Our own line icons, 24 × 24, 1.75 px strokes, drawn for this project. */
const paths = {
  sea: <path d="M3 7c3 0 3 2 6 2s3-2 6-2 3 2 6 2M3 12c3 0 3 2 6 2s3-2 6-2 3 2 6 2M3 17c3 0 3 2 6 2s3-2 6-2 3 2 6 2" />,
  bell: (
    <>
      <path d="M6 10a6 6 0 0 1 12 0c0 5 2 6 2 7H4c0-1 2-2 2-7Z" />
      <path d="M10 20a2 2 0 0 0 4 0" />
    </>
  ),
  bellOff: (
    <>
      <path d="M8 5.5A6 6 0 0 1 18 10c0 2 .3 3.3.8 4.3M17 17H4c0-1 2-2 2-7 0-.7.1-1.3.3-2" />
      <path d="M10 20a2 2 0 0 0 4 0M3 3l18 18" />
    </>
  ),
  grid: <path d="M4 4h16v16H4ZM4 11h9M13 4v16M13 15h7" />,
  folder: <path d="M3 6a1 1 0 0 1 1-1h5l2 2h8a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6ZM3 10h17" />,
  search: (
    <>
      <circle cx="11" cy="11" r="6.5" />
      <path d="m16 16 5 5" />
    </>
  ),
  gear: (
    <>
      <circle cx="12" cy="12" r="3" />
      <path d="M12 3v2.5M12 18.5V21M21 12h-2.5M5.5 12H3M18.4 5.6l-1.8 1.8M7.4 16.6l-1.8 1.8M18.4 18.4l-1.8-1.8M7.4 7.4 5.6 5.6" />
      <circle cx="12" cy="12" r="6.5" />
    </>
  ),
  eye: (
    <>
      <path d="M2 12s3.5-6.5 10-6.5S22 12 22 12s-3.5 6.5-10 6.5S2 12 2 12Z" />
      <circle cx="12" cy="12" r="2.75" />
    </>
  ),
  eyeOff: (
    <path d="M4 4l16 16M9.5 5.8A10 10 0 0 1 12 5.5c6.5 0 10 6.5 10 6.5a18 18 0 0 1-3 3.7M6 7.3A18 18 0 0 0 2 12s3.5 6.5 10 6.5c1.6 0 3-.4 4.3-1M10 10a2.8 2.8 0 0 0 4 4" />
  ),
  sound: <path d="M4 10v4h3l5 4V6L7 10H4ZM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11" />,
  mute: <path d="M4 10v4h3l5 4V6L7 10H4ZM16 9.5l5 5M21 9.5l-5 5" />,
  person: (
    <>
      <circle cx="12" cy="8" r="3.75" />
      <path d="M5 20c.5-4 3.5-6 7-6s6.5 2 7 6" />
    </>
  ),
  layers: <path d="m12 3 9 5-9 5-9-5 9-5ZM3 12.5l9 5 9-5M3 16.5l9 5 9-5" />,
  book: (
    <path d="M5 4.5h9.5A2.5 2.5 0 0 1 17 7v13H7a2 2 0 0 1-2-2V4.5ZM5 18a2 2 0 0 1 2-2h10M17 8h2v12h-2M8.5 8.5h5M8.5 11.5h5" />
  ),
  table: <path d="M4 5h16v14H4V5ZM4 10h16M4 14.5h16M10 10v9" />,
  zone: <path d="m5 7 7-3 7 4-1 9-8 3-6-5 1-8Z" />,
  plus: <path d="M12 5v14M5 12h14" />,
  minus: <path d="M5 12h14" />,
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  close: <path d="M6 6l12 12M18 6 6 18" />,
  send: <path d="M21 3 10 14M21 3l-7 18-4-7-7-4 18-7Z" />,
  binoculars: <path d="M9 6V4H6v3L3 15a4 4 0 1 0 7 2.5V8H9V6ZM15 6V4h3v3l3 8a4 4 0 1 1-7-2.5V8h1V6ZM10 11h4" />,
  scales: <path d="M12 4v16M8 20h8M5 7h14M5 7l-3 7a3 3 0 0 0 6 0L5 7ZM19 7l-3 7a3 3 0 0 0 6 0l-3-7Z" />,
  warning: <path d="M12 4 2.5 20h19L12 4ZM12 10v5M12 17.5v.1" />,
  lock: <path d="M6 11h12v9H6v-9ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3" />,
  sort: <path d="M7 5v14M7 19l-3-3M7 19l3-3M13 7h7M13 12h5M13 17h3" />,
  radio: (
    <>
      <circle cx="12" cy="12" r="2" />
      <path d="M7.5 7.5a6 6 0 0 0 0 9M16.5 16.5a6 6 0 0 0 0-9M4.7 4.7a10.3 10.3 0 0 0 0 14.6M19.3 19.3a10.3 10.3 0 0 0 0-14.6" />
    </>
  ),
  radar: (
    <>
      <path d="M12 12 18 5.5M7.5 16.5a6.4 6.4 0 1 1 9 0M4.7 19.3a10.3 10.3 0 1 1 14.6 0" />
      <circle cx="12" cy="12" r="1.75" />
    </>
  ),
  pen: <path d="M4 20l1-4L16.5 4.5a2 2 0 0 1 3 3L8 19l-4 1Z" />,
  trash: <path d="M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5" />,
  undo: <path d="M8 5 4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3" />,
  refresh: <path d="M20 11a8 8 0 0 0-14.5-3.5L4 9M4 4v5h5M4 13a8 8 0 0 0 14.5 3.5L20 15M20 20v-5h-5" />,
  target: (
    <>
      <circle cx="12" cy="12" r="6" />
      <path d="M12 3v5M12 16v5M3 12h5M16 12h5" />
    </>
  ),
  help: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.8v.1" />
    </>
  ),
  keyboard: <path d="M3 6h18v12H3V6ZM7 10h.1M11 10h.1M15 10h.1M18 10h.1M7 14h10" />,
  sun: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4" />
    </>
  ),
  moon: <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z" />,
  history: <path d="M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 4v4.5h4.5M12 7.5V12l3 2" />,
  users: (
    <>
      <circle cx="9" cy="8.5" r="3.25" />
      <path d="M3 19c.4-3.3 3-5 6-5s5.6 1.7 6 5M15.5 5.5a3.2 3.2 0 0 1 0 6M17.5 14.5c2 .7 3.2 2.2 3.5 4.5" />
    </>
  ),
  key: (
    <>
      <circle cx="8" cy="15" r="4" />
      <path d="m11 12 9-9M16 7l3 3M13.5 9.5 16 12" />
    </>
  ),
  jobs: <path d="M4 6h10M4 12h16M4 18h7M17 6h3M14 18h6" />,
  mail: <path d="M3 6h18v12H3V6ZM3 7l9 7 9-7" />,
  rule: <path d="M4 7h9M17 7h3M4 17h3M11 17h9M13 4.5v5M11 14.5v5M4 12h16" />,
  out: <path d="M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4M6 12h10" />,
  island: <path d="M4 13c0-5 5-8 9-7s7 4 6 8-6 5-9 4-6-2-6-5Z" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5l3.5 2" />
    </>
  ),
  back: <path d="M20 12H5M11 6l-6 6 6 6" />,
  chevron: <path d="m9 5 7 7-7 7" />,
  navigate: <path d="M20.5 3.5 4 10.5l7 2.5 2.5 7 7-16.5Z" />,
  pin: (
    <>
      <path d="M12 21.5c4.5-4.8 7-8.3 7-11.5a7 7 0 0 0-14 0c0 3.2 2.5 6.7 7 11.5Z" />
      <circle cx="12" cy="10" r="2.5" />
    </>
  ),
  video: <path d="M3 7a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V7Zm12 4 6-4v10l-6-4" />,
  camera: (
    <>
      <path d="M3 8h4l2-3h6l2 3h4v11H3V8Z" />
      <circle cx="12" cy="13" r="3.5" />
    </>
  ),
  ban: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="m5.7 5.7 12.6 12.6" />
    </>
  ),
  phone: (
    <path d="M5 4h4l1.5 5-2.5 1.5a12 12 0 0 0 5.5 5.5L15 13.5l5 1.5v4a1.5 1.5 0 0 1-1.6 1.5C10.5 20 4 13.5 3.5 5.6A1.5 1.5 0 0 1 5 4Z" />
  ),
  cloudOff: <path d="M3 3l18 18M7 8.5A5 5 0 0 0 7 19h11M10 6.3A6 6 0 0 1 17.5 11 4 4 0 0 1 21 17" />,
  save: <path d="M4 4h13l3 3v13H4V4ZM8 4v5h7V4M8 20v-6h8v6" />,
  box: <path d="m12 3 9 4.5v9L12 21l-9-4.5v-9L12 3ZM3 7.5l9 4.5 9-4.5M12 12v9" />,
  tasks: <path d="M10 6h11M10 12h11M10 18h11M3 6l1.5 1.5L7 4.5M3 12l1.5 1.5L7 10.5M3 18l1.5 1.5L7 16.5" />,
  share: <path d="M12 3v12M8 7l4-4 4 4M5 12v8h14v-8" />,
  mic: (
    <>
      <rect x="9" y="3" width="6" height="11" rx="3" />
      <path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3" />
    </>
  ),
  play: <path d="M7 4.5v15l12-7.5-12-7.5Z" />,
  stop: <path d="M6.5 6.5h11v11h-11Z" />,
  map: <path d="m3 6 6-2.5 6 2.5 6-2.5v14.5l-6 2.5-6-2.5-6 2.5V6ZM9 3.5V18M15 6v14.5" />,
  walk: (
    <>
      <circle cx="13" cy="4.5" r="1.8" />
      <path d="m9 21 2.5-6.5L9 12l1-5 4 1.5 1.5 3 3 1M11.5 14.5 15 17l1 4M7 12l3-5" />
    </>
  ),
  megaphone: <path d="M4 10v4h3l9 4V6l-9 4H4ZM8 14v5h3v-4M19 9.5a3.5 3.5 0 0 1 0 5" />,
  flame: (
    <path d="M12.5 3c.5 3.5 5.5 5.5 5.5 11a6 6 0 0 1-12 0c0-2.2 1-4 2.3-5.5.2 1.6.9 2.5 1.9 3C10.4 8 11 5.5 12.5 3Z" />
  ),
  wrench: (
    <path d="M20.5 7.2a5 5 0 0 1-6.6 5.3L8 18.4a2 2 0 0 1-2.8 0 2 2 0 0 1 0-2.8l5.9-5.9a5 5 0 0 1 5.3-6.6l-2.6 2.6.6 3.3 3.3.6 2.8-2.4Z" />
  ),
  flag: <path d="M5 21V4M5 4h13l-2.5 4.5L18 13H5" />,
  home: <path d="m4 11 8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6" />,
  siren: <path d="M7 18v-5a5 5 0 0 1 10 0v5M5 21h14v-3H5v3ZM12 2v2M4.5 5.5 6 7M19.5 5.5 18 7M2 13h2M20 13h2" />,
  reply: <path d="M4 5h16v12H9l-5 4V5ZM15 13.5V11H9M11.5 8.5 9 11l2.5 2.5" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof paths;

export interface IconProps extends Omit<SVGProps<SVGSVGElement>, 'name'> {
  name: IconName;
  /** Side in CSS pixels. */
  size?: number;
}

/** Decorative: the word beside it carries the meaning, so it is hidden from screen readers. */
export function Icon({ name, size = 18, ...rest }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      {...rest}
    >
      {paths[name]}
    </svg>
  );
}
