// What the manual is made of.

/** Text with **strong** words and [[Ctrl+Z]] keys in it. */
export type Text = string

export type Block =
  Text | { steps: Text[] } | { list: Text[] } | { note: Text } | { terms: [term: Text, meaning: Text][] }

export interface Section {
  id: string
  title: string
  blocks: Block[]
}
export interface Chapter {
  title: string
  sections: Section[]
}
