export { Mark } from './Brand.tsx';
export { Icon, type IconName, type IconProps } from './icons.tsx';
export { type Level, LevelBadge, type LevelBadgeProps } from './LevelBadge.tsx';
export { Dot, Fact, type FactProps, Key, Skeleton, StateCard, type StateCardProps } from './pieces.tsx';
export { useOnce } from './useOnce.ts';
