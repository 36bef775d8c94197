//! One element and what stands inside it.

/// One element: its qualified name, its attributes in order, its content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Element {
    /// Qualified name as written, such as `w:p`.
    pub name: String,
    /// Qualified names and unescaped values, namespace declarations among them.
    pub attributes: Vec<(String, String)>,
    /// Elements and texts in document order; no two texts are neighbours and none is empty.
    pub children: Vec<Node>,
}

/// What stands inside an element. Comments and processing instructions are not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A child element.
    Element(Element),
    /// Character data, unescaped.
    Text(String),
}

impl Element {
    /// An element without attributes and content.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// The same element with one more attribute.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.attributes.push((name.to_owned(), value.into()));
        self
    }

    /// The same element with one more child.
    pub fn put(mut self, child: Element) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// The same element with more children.
    pub fn put_all(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }

    /// The same element with its content followed by a text; an empty text adds nothing.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.push_text(&text.into());
        self
    }

    pub(super) fn push_text(&mut self, text: &str) {
        match self.children.last_mut() {
            _ if text.is_empty() => {}
            Some(Node::Text(before)) => before.push_str(text),
            _ => self.children.push(Node::Text(text.to_owned())),
        }
    }

    /// How much it counts among elements: two attributes take as much memory as an element.
    pub(in crate::ooxml) fn weight(&self) -> usize {
        1 + self.attributes.len() / 2
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Replaces an attribute's value, or adds the attribute.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        match self.attributes.iter_mut().find(|(n, _)| n == name) {
            Some((_, old)) => *old = value.into(),
            None => self.attributes.push((name.to_owned(), value.into())),
        }
    }

    /// Takes an attribute away.
    pub fn unset(&mut self, name: &str) {
        self.attributes.retain(|(n, _)| n != name);
    }

    /// The child elements, texts left out.
    pub fn elements(&self) -> impl DoubleEndedIterator<Item = &Element> {
        self.children.iter().filter_map(Node::as_element)
    }

    /// The child elements, texts left out.
    pub fn elements_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut Element> {
        self.children.iter_mut().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first child element of that name.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|e| e.name == name)
    }

    /// The first child element of that name.
    pub fn child_mut(&mut self, name: &str) -> Option<&mut Element> {
        self.elements_mut().find(|e| e.name == name)
    }

    /// The first child element of that name, made at the front where there is none.
    pub fn child_or_first(&mut self, name: &str) -> &mut Element {
        let at = self.children.iter().position(|n| n.as_element().is_some_and(|e| e.name == name));
        if at.is_none() {
            self.children.insert(0, Node::Element(Element::new(name)));
        }
        let Node::Element(found) = &mut self.children[at.unwrap_or(0)] else {
            unreachable!("the position is that of an element")
        };
        found
    }

    /// Keeps the child elements that pass, and every text.
    pub fn retain_elements(&mut self, mut keep: impl FnMut(&Element) -> bool) {
        self.children.retain(|node| node.as_element().is_none_or(&mut keep));
    }

    /// All characters inside, in document order.
    pub fn all_text(&self) -> String {
        let mut out = String::new();
        self.gather_text(&mut out);
        out
    }

    fn gather_text(&self, out: &mut String) {
        for node in &self.children {
            match node {
                Node::Element(element) => element.gather_text(out),
                Node::Text(text) => out.push_str(text),
            }
        }
    }

    /// Calls `see` with this element and every element below it, parents first.
    pub fn visit<'a>(&'a self, see: &mut impl FnMut(&'a Element)) {
        see(self);
        self.elements().for_each(|child| child.visit(see));
    }

    /// Calls `change` with this element and every element below it, parents first.
    pub fn visit_mut(&mut self, change: &mut impl FnMut(&mut Element)) {
        change(self);
        self.elements_mut().for_each(|child| child.visit_mut(change));
    }
}

impl Node {
    /// The element, where this is one.
    pub fn as_element(&self) -> Option<&Element> {
        match self {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        }
    }
}
