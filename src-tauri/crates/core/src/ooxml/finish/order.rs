//! The order of children that the schema demands and docx-rs does not keep.

use crate::ooxml::xml::{Element, Node};

/// Children in the order of the transitional schema, by parent, in namespace `w` unless prefixed.
/// What is not listed stays behind the listed, in its own order.
#[rustfmt::skip]
const ORDERS: &[(&str, &str)] = &[
    // 17.9.1
    ("w:abstractNum", "nsid multiLevelType tmpl name styleLink numStyleLink lvl"),
    // 17.7.5.1
    ("w:docDefaults", "rPrDefault pPrDefault"),
    // 17.8.3.10
    ("w:font", "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic \
          embedBoldItalic"),
    // 17.9.6
    ("w:lvl", "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"),
    // 17.9.15
    ("w:num", "abstractNumId lvlOverride"),
    // 17.3.1.19
    ("w:numPr", "ilvl numId numberingChange ins"),
    // 17.9.16
    ("w:numbering", "numPicBullet abstractNum num numIdMacAtCleanup"),
    // 17.3.1.22
    ("w:p", "pPr"),
    // 17.3.1.24
    ("w:pBdr", "top left bottom right between bar"),
    // 17.3.1.26
    ("w:pPr", "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr \
          shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN \
          bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc \
          textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"),
    // 17.3.2.25
    ("w:r", "rPr"),
    // 17.3.2.28, and of a paragraph's mark 17.3.1.29
    ("w:rPr", "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof \
          snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd \
          fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"),
    // 17.5.2.29
    ("w:sdt", "sdtPr sdtEndPr sdtContent"),
    // 17.5.2.38
    ("w:sdtPr", "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex equation \
          comboBox date docPartObj docPartList dropDownList picture richText text citation group \
          bibliography"),
    // 17.6.18
    ("w:sectPr", "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders \
          lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid \
          printerSettings sectPrChange"),
    // 17.15.1.78
    ("w:settings", "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries \
          displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData \
          embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins \
          alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop \
          hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign \
          attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge \
          revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection \
          autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation \
          consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength \
          clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting \
          bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing \
          displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery \
          doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin \
          doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne \
          strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture \
          doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText \
          doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags \
          alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars \
          rsids m:mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats \
          doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType \
          sl:schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator"),
    // 17.7.4.17
    ("w:style", "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat \
          locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"),
    // 17.7.4.18
    ("w:styles", "docDefaults latentStyles style"),
    // 17.4.37
    ("w:tbl", "tblPr tblGrid"),
    // 17.4.38
    ("w:tblBorders", "top start left bottom end right insideH insideV"),
    // 17.4.42
    ("w:tblCellMar", "top start left bottom end right"),
    // 17.4.59
    ("w:tblPr", "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc \
          tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription \
          tblPrChange"),
    // 17.4.60
    ("w:tblPrEx", "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblPrExChange"),
    // 17.7.6.6
    ("w:tblStylePr", "pPr rPr tblPr trPr tcPr"),
    // 17.4.65
    ("w:tc", "tcPr"),
    // 17.4.66
    ("w:tcBorders", "top start left bottom end right insideH insideV tl2br tr2bl"),
    // 17.4.68
    ("w:tcMar", "top start left bottom end right"),
    // 17.4.69
    ("w:tcPr", "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign \
          hideMark headers cellIns cellDel cellMerge tcPrChange"),
    // 17.4.78
    ("w:tr", "tblPrEx trPr"),
    // 17.4.81
    ("w:trPr", "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing \
          jc hidden ins del trPrChange"),
];

/// Puts the children of every element in order. Equal ones keep theirs.
pub(super) fn apply(root: &mut Element) {
    root.visit_mut(&mut sort);
}

fn sort(element: &mut Element) {
    let listed = ORDERS.binary_search_by_key(&&*element.name, |(parent, _)| parent);
    let Ok(listed) = listed else { return };
    let order: Vec<&str> = ORDERS[listed].1.split_whitespace().collect();
    element.children.sort_by_cached_key(|node| rank(&order, node));
}

fn rank(order: &[&str], node: &Node) -> usize {
    let name = node.as_element().map_or("", |e| e.name.as_str());
    // Header and footer references may alternate.
    let name = if name == "w:footerReference" { "w:headerReference" } else { name };
    let bare = name.strip_prefix("w:").unwrap_or(name);
    order.iter().position(|listed| *listed == bare).unwrap_or(order.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(parent: &str, children: &str, expected: &str) {
        let mut root = Element::new(parent).put_all(children.split(' ').map(Element::new));
        apply(&mut root);
        assert_eq!(root.elements().map(|e| e.name.as_str()).collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn children_stand_as_in_the_schema() {
        check("w:pPr", "w:rPr w:pStyle w:jc w:ind w:spacing", "w:pStyle w:spacing w:ind w:jc w:rPr");
        check("w:style", "w:name w:rPr w:pPr w:qFormat w:basedOn", "w:name w:basedOn w:qFormat w:pPr w:rPr");
        check(
            "w:sectPr",
            "w:pgSz w:footerReference w:headerReference",
            "w:footerReference w:headerReference w:pgSz",
        );
        check("w:sdtPr", "w14:checkbox w:id w:tag w:alias w:rPr", "w:rPr w:alias w:tag w:id w14:checkbox");
        check("w:rPr", "w:sz w:del", "w:del w:sz");
        check("w:tbl", "w:tr w:tblGrid w:tblPr w:tr", "w:tblPr w:tblGrid w:tr w:tr");
        check("w:numbering", "w:num w:abstractNum w:num", "w:abstractNum w:num w:num");
        check("w:body", "w:tbl w:p", "w:tbl w:p");
    }

    #[test]
    fn no_parent_and_no_child_is_listed_twice() {
        for (at, (parent, order)) in ORDERS.iter().enumerate() {
            assert!(ORDERS[..at].iter().all(|(before, _)| before < parent), "{parent}");
            let names: Vec<&str> = order.split_whitespace().collect();
            let mut once = names.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), names.len(), "{parent}");
        }
    }
}
