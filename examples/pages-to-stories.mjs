// Documents in, stories out, without any queue or database.
import { runInMemory } from "@wirefold/pipeline";

const original = `Ferry back after storm

HOLLOWMERE (Coast Wire) — The ferry between Hollowmere and Saltby sailed again on Tuesday, nine days after a storm tore its ramp away.

“We checked every bolt twice,” harbour master Ines Harrow told reporters, adding that 412 passengers crossed before noon.

Fishing boats had carried mail and medicine across the sound since the storm of February 23.

Repairs cost 3.2 million crowns, the port authority said, nearly twice what it had set aside for the year.`;
const rewrite = original
  .replace("Ferry back after storm", "Ferry to Saltby sails again")
  .replace("HOLLOWMERE (Coast Wire) — ", "")
  .replace("412 passengers", "more than 400 passengers");
const own = `Saltby has its ferry back

The first ferry in nine days left Saltby on Tuesday morning, our reporter on the quay writes. By noon 412 people had crossed, according to the port authority.

Shopkeepers on the island had waited for it since the storm of February 23 tore the ramp away.`;

const { stories } = await runInMemory([
  { id: "wire", body: original, hints: { published_at: "2031-03-04T08:00:00Z", outlet: "Coast Wire" } },
  { id: "post", body: rewrite, hints: { published_at: "2031-03-04T12:00:00Z", outlet: "Morning Post" } },
  { id: "herald", body: own, hints: { published_at: "2031-03-04T13:00:00Z", outlet: "Saltby Herald" } },
]);
for (const story of stories) {
  console.log(`${story.headline}: ${story.members.length} documents, ${story.lineage.clusters.length} lineages`);
  for (const member of story.members) console.log(`  ${member.id}: ${member.role}`);
}
// prints:
// Saltby has its ferry back: 3 documents, 2 lineages
//   wire: original
//   post: copy
//   herald: independent
