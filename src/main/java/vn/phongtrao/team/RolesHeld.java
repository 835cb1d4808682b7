package vn.phongtrao.team;

import java.util.Collection;
import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

interface RolesHeld extends ListCrudRepository<RoleHeld, Long> {

    List<RoleHeld> findByMemberIdInOrderById(Collection<Long> memberIds);
}
