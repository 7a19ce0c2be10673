/**
 * Where a page stands in the other language: takes the place of VitePress's own, by an alias in the configuration.
 *
 * @module
 */
import { useData } from 'vitepress'
// @ts-expect-error It has no types.
import { useLangs as usePlaces } from 'vitepress/dist/client/theme-default/composables/langs.js'
import { type ComputedRef, computed } from 'vue'

interface Langs {
  localeLinks: ComputedRef<{ text: string; link: string }[]>
  currentLang: ComputedRef<{ label?: string; link: string }>
}

/** The API is in English only: from there one comes to the other language's home page. */
export function useLangs(options: { correspondingLink?: boolean } = {}): Langs {
  const { page } = useData()
  const same: Langs = usePlaces(options)
  const home: Langs = usePlaces()
  const isApi = computed(() => page.value.relativePath.startsWith('api/'))
  const localeLinks = computed(() => (isApi.value ? home : same).localeLinks.value)
  return { ...same, localeLinks }
}
