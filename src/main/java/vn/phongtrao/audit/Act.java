package vn.phongtrao.audit;

/**
 * What somebody did or tried.
 *
 * @param name    what it was: {@code GET /api/dossiers/{number}}, or a word such as {@code sign-in}
 * @param dossier number of the dossier; null for none
 * @param subject what else it concerned, by {@linkplain Identifiers identifiers}; null for nothing
 * @param status  of the answer over HTTP; null where there is none, or not yet
 * @param origin  address of who called; null where nobody did
 */
public record Act(Kind kind, String name, String dossier, String subject, Outcome outcome, Integer status, String origin) {

    /** One that was done within the program. @param subject as {@link Identifiers} writes it */
    public static Act done(Kind kind, String name, String subject) {
        return new Act(kind, name, null, subject, Outcome.DONE, null, null);
    }
}
