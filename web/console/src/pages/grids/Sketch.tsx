import type { Corner } from '@fourfold/map';
import type { Area, Tone } from './drawn.ts';
import { boxOf, middleOf } from './shapes.ts';

export interface SketchArea {
  area: Area;
  text: string;
  tone: Tone;
}

export interface SketchProps {
  title: string;
  areas: readonly SketchArea[];
  /** What the picture is of, so that before and after are drawn to one scale. */
  frame: Area;
}

const side = 180;
const edge = 12;

/** A small map of a few grids, north up. */
export function Sketch({ title, areas, frame }: SketchProps) {
  const project = projection(frame);
  return (
    <figure className="grids-sketch">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={`${title}: ${areas.map(({ text }) => text).join()}`}>
        {areas.map(({ area, text, tone }) => {
          const [x, y] = project(middleOf(area));
          return (
            <g key={text} data-tone={tone}>
              <path d={pathOf(area, project)} />
              <text x={x} y={y} textAnchor="middle" dominantBaseline="central">
                {text}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

type Project = (at: readonly number[]) => Corner;

function projection(frame: Area): Project {
  const [west, south, east, north] = boxOf(frame) ?? [0, 0, 1, 1];
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (side - 2 * edge) / Math.max((east - west) * narrow, north - south, 1e-9);
  return ([longitude = 0, latitude = 0]) => [
    side / 2 + (longitude - (west + east) / 2) * narrow * scale,
    side / 2 - (latitude - (south + north) / 2) * scale,
  ];
}

const pathOf = (area: Area, project: Project) =>
  (area.type === 'Polygon' ? [area.coordinates] : area.coordinates)
    .flat()
    .map(
      (ring) =>
        `M${ring
          .map((at) =>
            project(at)
              .map((part) => part.toFixed(1))
              .join(' '),
          )
          .join('L')}Z`,
    )
    .join('');
