package vn.phongtrao.commendation;

/**
 * What is told of somebody's service who is proposed for the medal; null where it was not said.
 *
 * @param ground               id of a {@link MedalGround}
 * @param earlierMonths        before the team, as part-time police of a commune or in a civil defence team
 * @param earlierSpecialMonths of these, in areas where service counts more
 * @param postMonths           in posts of leaders
 */
record ServiceTold(String ground, Integer earlierMonths, Integer earlierSpecialMonths, Integer postMonths) {

    static final ServiceTold NOTHING = new ServiceTold(null, null, null, null);

    int earlier() {
        return earlierMonths == null ? 0 : earlierMonths;
    }

    int earlierSpecial() {
        return earlierSpecialMonths == null ? 0 : earlierSpecialMonths;
    }

    int inPost() {
        return postMonths == null ? 0 : postMonths;
    }
}
