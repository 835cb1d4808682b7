package vn.phongtrao.team;

import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

interface Members extends ListCrudRepository<Member, Long> {

    List<Member> findByTeamIdOrderById(long teamId);
}
