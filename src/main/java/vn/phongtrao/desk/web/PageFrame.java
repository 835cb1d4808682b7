package vn.phongtrao.desk.web;

import org.springframework.stereotype.Component;

import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.ProvinceOfficers;
import vn.phongtrao.unit.Position;
import vn.phongtrao.workload.Workload;

/**
 * Lets every page say who is signed in, because computers are shared. Templates know it as {@code @frame}.
 */
@Component("frame")
class PageFrame {

    private final CurrentOfficer officer;
    private final ProvinceOfficers province;

    PageFrame(CurrentOfficer officer, ProvinceOfficers province) {
        this.officer = officer;
        this.province = province;
    }

    /** The person by name. */
    public String person() {
        return officer.fullName().orElseGet(this::account);
    }

    public String account() {
        return officer.get().id();
    }

    /** Whether the person has a unit to look at, as figures need one. */
    public boolean anywhere() {
        var me = officer.get();
        return me.administrator() || !me.posts().isEmpty();
    }

    /** Whether the person answers who asks what is kept of them. */
    public boolean discloses() {
        return province.hold(officer.get(), Position.POLICE_OFFICER);
    }

    /** Whether the person sees what others have to do. */
    public boolean heads() {
        return Workload.sees(officer.get());
    }
}
