package vn.phongtrao.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.ProvinceOfficers;

/** What the frame of every page offers. */
class PageFrameTest {

    @ParameterizedTest
    @CsvSource({"'', false", "95/954/31813/police-officer, true", "camunda-admin, true"})
    void figuresAreOfferedToWhoeverHasAUnitToLookAt(String group, boolean offered) {
        var current = mock(CurrentOfficer.class);
        when(current.get()).thenReturn(Officer.of("x", group.isEmpty() ? List.of() : List.of(group)));

        assertThat(new PageFrame(current, mock(ProvinceOfficers.class)).anywhere()).isEqualTo(offered);
    }
}
