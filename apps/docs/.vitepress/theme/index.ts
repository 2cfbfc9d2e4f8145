import { inBrowser, type Theme, withBase } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import { defineAsyncComponent } from 'vue'
import RunnableProgram from '../../src/components/runnable/RunnableProgram.vue'
import { isolatePage } from '../../src/site/isolate-page'
import './style.css'

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('RunnableProgram', RunnableProgram)
    app.component(
      'HomePage',
      defineAsyncComponent(() => import('../../src/components/home/HomePage.vue')),
    )
    app.component(
      'PlaygroundPage',
      defineAsyncComponent(() => import('../../src/components/playground/PlaygroundPage.vue')),
    )
    app.component(
      'LossSurface',
      defineAsyncComponent(() => import('../../src/components/interactive/LossSurface.vue')),
    )
    app.component(
      'ChainRule',
      defineAsyncComponent(() => import('../../src/components/interactive/ChainRule.vue')),
    )
    app.component(
      'GraphExplorer',
      defineAsyncComponent(() => import('../../src/components/interactive/GraphExplorer.vue')),
    )
    app.component(
      'OverfittingFigure',
      defineAsyncComponent(() => import('../../src/components/interactive/OverfittingFigure.vue')),
    )
    app.component(
      'BenchmarkTable',
      defineAsyncComponent(() => import('../../src/components/benchmarks/BenchmarkTable.vue')),
    )
    app.component(
      'PackageGraph',
      defineAsyncComponent(() => import('../../src/components/architecture/PackageGraph.vue')),
    )
    app.component(
      'PackageTable',
      defineAsyncComponent(() => import('../../src/components/architecture/PackageTable.vue')),
    )
    app.component(
      'ConformanceSummary',
      defineAsyncComponent(() => import('../../src/components/conformance/ConformanceSummary.vue')),
    )
    app.component(
      'ConformanceTable',
      defineAsyncComponent(() => import('../../src/components/conformance/ConformanceTable.vue')),
    )
    if (inBrowser) isolatePage(withBase('/isolation-worker.js'))
  },
}

export default theme
