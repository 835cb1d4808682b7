package vn.phongtrao.commendation;

import java.util.List;

/** Who sits on a council now. */
public interface CouncilMembers {

    /**
     * User names of the members of a group.
     *
     * @param group for example {@code 95/council-member}
     */
    List<String> of(String group);
}
