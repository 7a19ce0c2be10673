/**
 * VitePress's own theme with our components.
 *
 * @module
 */
import TwoslashFloating from '@shikijs/vitepress-twoslash/client'
import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import { defineAsyncComponent, h } from 'vue'
import ComparisonMatrix from './components/ComparisonMatrix.vue'
import ConceptList from './components/ConceptList.vue'
import DemoIndex from './components/DemoIndex.vue'
import OnionHero from './components/OnionHero.vue'
import SideBySide from './components/SideBySide.vue'
import SourceIndex from './components/SourceIndex.vue'
import SourcePage from './components/SourcePage.vue'
import SpeedResults from './components/SpeedResults.vue'
import StaleNotice from './components/StaleNotice.vue'
import TopicRun from './components/TopicRun.vue'
import './source.css'
import './code.css'
import '@shikijs/vitepress-twoslash/style.css'
import './style.css'
import './runs.css'

/** With the evidence that they show, which the other pages need not load. */
const evidence = {
  ClaimList: () => import('./components/ClaimList.vue'),
  DifferenceList: () => import('./components/DifferenceList.vue'),
  MutantList: () => import('./components/MutantList.vue'),
  SizeTables: () => import('./components/SizeTables.vue'),
}

const theme: Theme = {
  extends: DefaultTheme,
  Layout: () =>
    h(DefaultTheme.Layout, null, {
      'doc-before': () => h(StaleNotice),
      'home-hero-before': () => h(StaleNotice),
    }),
  enhanceApp({ app }) {
    // Where a screen reader looks for what belongs to the page; by itself it would stand behind it.
    app.use(TwoslashFloating, { container: 'main' })
    app.component('ComparisonMatrix', ComparisonMatrix)
    app.component('ConceptList', ConceptList)
    app.component('DemoIndex', DemoIndex)
    app.component('OnionHero', OnionHero)
    app.component('SideBySide', SideBySide)
    app.component('SourceIndex', SourceIndex)
    app.component('SourcePage', SourcePage)
    app.component('SpeedResults', SpeedResults)
    app.component('TopicRun', TopicRun)
    for (const [name, load] of Object.entries(evidence)) {
      app.component(name, defineAsyncComponent(load))
    }
  },
}

export default theme
