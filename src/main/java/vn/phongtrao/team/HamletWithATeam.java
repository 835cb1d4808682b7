package vn.phongtrao.team;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.hamlet.HamletClosing;
import vn.phongtrao.refusal.Refusal;

/** A hamlet stays while a team serves in it. */
@Component
class HamletWithATeam {

    private final JdbcClient jdbc;

    HamletWithATeam(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void requireNoTeam(HamletClosing closing) {
        if (jdbc.sql("select exists (select 1 from team where hamlet_path = ? and dissolved_on is null)")
                .param(closing.hamlet().path().value()).query(Boolean.class).single()) {
            throw Refusal.broken(null, "%s còn Tổ bảo vệ an ninh, trật tự đang hoạt động; phải giải thể hoặc chuyển Tổ "
                    .formatted(closing.hamlet().name()) + "trước");
        }
    }
}
