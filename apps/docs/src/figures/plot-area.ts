/** The values that a side of a picture shows. */
export interface Range {
  readonly min: number
  readonly max: number
}

export interface Place {
  readonly x: number
  readonly y: number
}

/** A picture of a part of the plane, y upwards, in pixels from the top left. */
export interface PlotArea {
  toPicture(place: Place): Place
  fromPicture(place: Place): Place
}

/** What is far outside is drawn outside, but where every browser can still draw. */
const farthest = 1e4

export function plotArea(x: Range, y: Range, width: number, height: number): PlotArea {
  const near = (pixels: number): number => Math.max(-farthest, Math.min(farthest, pixels))
  return {
    toPicture: (place) => ({
      x: near(((place.x - x.min) / (x.max - x.min)) * width),
      y: near(((y.max - place.y) / (y.max - y.min)) * height),
    }),
    fromPicture: (place) => ({
      x: x.min + (place.x / width) * (x.max - x.min),
      y: y.max - (place.y / height) * (y.max - y.min),
    }),
  }
}

/** Places as the points of an SVG polyline. */
export function polyline(places: readonly Place[]): string {
  return places.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
}
