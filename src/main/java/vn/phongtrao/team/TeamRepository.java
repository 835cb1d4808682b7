package vn.phongtrao.team;

import org.springframework.data.repository.CrudRepository;

interface TeamRepository extends CrudRepository<Team, Long> {
}
