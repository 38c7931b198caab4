export interface Point {
  latitude: number;
  longitude: number;
}

/** As maps take it: five decimals are about a metre. */
export const pointWords = ({ latitude, longitude }: Point): string =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
