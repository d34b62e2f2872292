import { Search, X } from "lucide-react";
import type { SetCustomerFilters } from "@/components/customer/use-customer-filters";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/input";
import type { CustomerFilters as Filters } from "@/lib/api/queries";
import type { RiskBand } from "@/lib/api/schema";
import { BAND_LABEL, RISK_BANDS } from "@/lib/risk";
import { useRiskScale } from "@/lib/use-risk-scale";

type Props = { filters: Filters; onChange: SetCustomerFilters };

export function CustomerFilters({ filters, onChange }: Props) {
  const isFiltered =
    filters.q !== "" || filters.geography !== null || filters.band !== null || filters.who !== null;
  return (
    <div className="grid grid-cols-2 items-center gap-2 p-3 sm:flex sm:flex-wrap">
      <SearchField text={filters.q} onChange={(q) => onChange({ q: q || null })} />
      <GeographySelect geography={filters.geography} onChange={(geography) => onChange({ geography })} />
      <Select
        aria-label="Risk band"
        className="sm:w-36"
        value={filters.band ?? ""}
        onChange={({ target }) => onChange({ band: (target.value || null) as RiskBand | null })}
      >
        <option value="">All bands</option>
        {RISK_BANDS.map((band) => (
          <option key={band} value={band}>
            {BAND_LABEL[band]}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Still here or left"
        className="sm:w-36"
        value={filters.who ?? ""}
        onChange={({ target }) => onChange({ who: (target.value || null) as Filters["who"] })}
      >
        <option value="">Everyone</option>
        <option value="here">Still here</option>
        <option value="left">Have left</option>
      </Select>
      {isFiltered && (
        <Button variant="ghost" onClick={() => onChange({ q: null, geography: null, band: null, who: null })}>
          <X /> Clear filters
        </Button>
      )}
      <Select
        aria-label="Sort by"
        className="sm:ml-auto sm:w-48"
        value={filters.sort}
        onChange={({ target }) => onChange({ sort: target.value as Filters["sort"] })}
      >
        <option value="risk">Highest risk first</option>
        <option value="customer_id">By customer number</option>
      </Select>
    </div>
  );
}

function SearchField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  return (
    <div className="relative col-span-2 sm:w-72">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-2 left-2.5 size-4 text-muted-foreground"
      />
      <Input
        type="search"
        aria-label="Surname or customer number"
        placeholder="Surname or customer number"
        maxLength={50}
        className="pl-8"
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

type GeographyProps = { geography: string | null; onChange: (geography: string | null) => void };

function GeographySelect({ geography, onChange }: GeographyProps) {
  const known = useRiskScale()?.geographies.map((row) => row.geography ?? "") ?? [];
  const names = [...new Set([...known, geography ?? ""])].filter((name) => name !== "");
  return (
    <Select
      aria-label="Geography"
      className="sm:w-40"
      value={geography ?? ""}
      onChange={({ target }) => onChange(target.value || null)}
    >
      <option value="">All geographies</option>
      {names.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </Select>
  );
}
