package vn.phongtrao.workflow.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownPropertiesTest {

    private final TaskQueryImpl query = (TaskQueryImpl) new TaskQueryImpl().taskCandidateGroupIn(List.of("95/police-chief")).taskNameLike("x%").taskUnassigned();
    private final KnownProperties known = new KnownProperties();

    /** By getters, and by methods that are called otherwise, as the engine's SQL asks for them. */
    @ParameterizedTest
    @CsvSource({"nameLike, x%", "candidateGroups, [95/police-chief]", "assignee, null", "unassigned, true", "withoutTenantId, false", "isWithoutTenantId, false",
            "isOrQueryActive, false", "followUpNullAccepted, false", "maxResults, 2147483647"})
    void aPropertyIsFoundEachTime(String name, String value) throws OgnlException {
        for (int times = 0; times < 2; times++) {
            assertThat(String.valueOf(known.getPossibleProperty(null, query, name))).isEqualTo(value);
        }
    }

    @Test
    void ognlAsksThem() throws OgnlException {
        KnownProperties.use();

        assertThat(OgnlRuntime.getPropertyAccessor(TaskQueryImpl.class)).isInstanceOf(KnownProperties.class);
    }

    @Test
    void whatAQueryRefusesIsRefused() {
        assertThatThrownBy(() -> known.getPossibleProperty(null, new Refusing(), "never")).isInstanceOf(OgnlException.class);
    }

    /** A query that does not answer. */
    public static final class Refusing extends TaskQueryImpl {

        public String getNever() {
            throw new IllegalStateException();
        }
    }
}
