//! The content of an application (申报书, 典型经验, 证实性材料) as plain data.
