package vn.phongtrao.dossier;

import vn.phongtrao.unit.Post;

/**
 * What a dossier is about, as far as its route depends on it.
 *
 * @param form    variant of the process that the rule tables know, for example {@code province-merit}
 * @param type    kind of case that the rule tables know, for example {@code ad-hoc}
 * @param title   what lists show; names no person
 * @param decider the post that decides, or that forwards the dossier to a higher authority
 */
public record Subject(String form, String type, String title, Post decider) {
}
