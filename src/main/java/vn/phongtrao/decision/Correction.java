package vn.phongtrao.decision;

import java.util.List;

/**
 * The right words for what a decision says. Who is meant, the form of award and the bonus are no words and stay.
 *
 * @param achievement of all whom it recognised; null leaves it
 */
public record Correction(List<Words> recipients, String achievement) {

    /** The right words for one; null leaves what was there. @param id as {@link Recipients} gave it */
    public record Words(long id, String name, Integer birthYear, String occupation, String hamlet) {
    }
}
