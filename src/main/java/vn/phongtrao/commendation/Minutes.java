package vn.phongtrao.commendation;

import java.time.Instant;
import java.util.List;

/**
 * How a session of the council went.
 *
 * @param session     from 1; a session without quorum is held again
 * @param number      number and symbol, for example {@code 02/BB-HĐTĐKT}
 * @param members     seats on the council
 * @param present     members who voted
 * @param voters      user names of those who voted
 * @param quorum      share of the members that must vote, for example {@code 2/3}
 * @param requirement the votes that a nominee needs, in words
 */
record Minutes(int session, String number, Instant opened, Instant closed, long members, long present,
               List<String> voters, String quorum, String requirement, boolean quorate, List<Vote> votes) {

    /** The votes on one nominee. */
    record Vote(String kindName, String name, long yes, long no, boolean carried) {
    }
}
