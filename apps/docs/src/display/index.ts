import { createDisplay, type Display } from './create-display'
import { describeFigure } from './figure'

export type { Display, PlotLinesOptions, ShowBarsOptions, ShowImagesOptions } from './create-display'

// Outside of the site, where nothing draws them, figures are lines of text.
const display: Display = createDisplay((figure) => console.log(describeFigure(figure)))

export const plotLines: Display['plotLines'] = display.plotLines
export const showImages: Display['showImages'] = display.showImages
export const showBars: Display['showBars'] = display.showBars
export const showGraph: Display['showGraph'] = display.showGraph
