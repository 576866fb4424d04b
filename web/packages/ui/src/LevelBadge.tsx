export type Level = 1 | 2 | 3 | 4;

export interface LevelBadgeProps {
  level: Level;
  size?: number;
  /** Read aloud instead of the bare numeral, e.g. the level's name in the person's language. */
  label?: string;
}

const shapes: Record<Level, string> = {
  1: 'M7.2 1h9.6L23 7.2v9.6L16.8 23H7.2L1 16.8V7.2Z',
  2: 'M12 1.5 23 22H1Z',
  3: 'M2.5 2.5h19v19h-19Z',
  4: 'M12 1.5a10.5 10.5 0 1 0 0 21 10.5 10.5 0 0 0 0-21Z',
};

/** An alert's level by shape, numeral and colour at once: filled octagon, filled triangle, square, circle. */
export function LevelBadge({ level, size = 22, label }: LevelBadgeProps) {
  const filled = level <= 2;
  return (
    <svg
      className="level-badge"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      role="img"
      aria-label={label ?? String(level)}
    >
      <path
        d={shapes[level]}
        fill={filled ? `var(--l${level})` : 'none'}
        stroke={filled ? 'none' : `var(--l${level})`}
        strokeWidth={2.25}
        strokeLinejoin="round"
      />
      <text
        x="12"
        y={level === 2 ? 20 : 17}
        textAnchor="middle"
        fontSize={level === 2 ? 13 : 14}
        fontWeight={700}
        fill={filled ? 'var(--badge-ink)' : `var(--l${level})`}
      >
        {level}
      </text>
    </svg>
  );
}
